import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {addWebhook, hookMessages, removeWebhook, resendHook, rotateWebhook, secretOf, switchWebhook, tryWebhook, webhooks, type Webhook} from '../../../api/clinicAdmin';
import {when} from '../../../lib/time';
import {Button} from '../../../ui/Button';
import {classes} from '../../../ui/classes';
import {ManyChips} from '../../../ui/Chips';
import {Field} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Empty, Notice} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {findings, useKeys} from '../saving';
import {usePlace} from '../StaffPage';
import {useClinicWords} from './words';

const TYPES = ['held', 'confirmed', 'rescheduled', 'room_changed', 'cancelled', 'expired', 'arrived', 'completed', 'missed'];

/** Other programs that hear of bookings as they happen. */
export default function WebhooksPage() {
  const {t} = useClinicWords();
  const place = usePlace();
  const known = useQuery({...webhooks(place?.clinicId ?? ''), enabled: place?.admin === true});
  if (!place?.admin) return null;
  return (
    <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
      <PageTitle title={t('webhooks')} hidden />
      <Answered to={known}>
        {(all) =>
          all.length === 0 ? (
            <Empty title={t('noWebhooks')}>
              <p>{t('noWebhooksHint')}</p>
            </Empty>
          ) : (
            <ul className="grid gap-3">
              {all.map((hook) => (
                <li key={hook.id} className="card p-4">
                  <OneWebhook hook={hook} zone={place.zone} />
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      <Add clinicId={place.clinicId} zone={place.zone} />
    </div>
  );
}

function OneWebhook({hook, zone}: {hook: Webhook; zone: string}) {
  const {t, language} = useClinicWords();
  const client = useQueryClient();
  const trying = useMutation({mutationFn: () => tryWebhook(hook)});
  const rotating = useMutation({mutationFn: () => rotateWebhook(client, hook)});
  const switching = useMutation({mutationFn: () => switchWebhook(client, hook, !hook.enabled)});
  const removing = useMutation({mutationFn: () => removeWebhook(client, hook)});
  const secret = useMutation({mutationFn: () => secretOf(hook)});
  const [sure, setSure] = useState(false);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <div className="min-w-0">
          <h2 className="!font-sans !text-base break-all">{hook.address}</h2>
          {hook.description && <p className="text-muted">{hook.description}</p>}
        </div>
        <span className={classes('rounded-full px-3 py-0.5 text-sm font-semibold', !hook.enabled ? 'bg-stop-tint text-stop' : hook.failingSince ? 'bg-clay-tint text-clay' : 'bg-ok-tint text-ok')}>
          {t(!hook.enabled ? 'switchedOff' : hook.failingSince ? 'failing' : 'working')}
        </span>
      </div>
      <p className="mt-1 text-muted">{hook.types.length === TYPES.length ? t('allTypes') : hook.types.map((type) => t(`types.${type.replace('booking.', '')}`)).join(', ')}</p>
      {hook.disabledReason && <p className="mt-1 font-semibold text-stop">{hook.disabledReason}</p>}
      {hook.enabled && hook.failingSince && <p className="mt-1">{t('failingSince', {when: when(hook.failingSince, zone, language)})}</p>}
      {hook.formerKeyUntil && <p className="mt-1">{t('formerUntil', {when: when(hook.formerKeyUntil, zone, language)})}</p>}
      <div className="mt-3 flex flex-wrap gap-2">
        <Button look="ghost" className="px-4 py-1.5" busy={trying.isPending} onClick={() => trying.mutate()}>
          {t('sendTest')}
        </Button>
        <Button look="ghost" className="px-4 py-1.5" busy={secret.isPending} onClick={() => (secret.data ? secret.reset() : secret.mutate())}>
          {t(secret.data ? 'hideSecret' : 'showSecret')}
        </Button>
        <Button look="ghost" className="px-4 py-1.5" busy={rotating.isPending} onClick={() => { secret.reset(); rotating.mutate(); }}>
          {t('rotate')}
        </Button>
        <Button look="ghost" className="px-4 py-1.5" busy={switching.isPending} onClick={() => switching.mutate()}>
          {t(hook.enabled ? 'switchOff' : 'switchOn')}
        </Button>
        <Button look={sure ? 'stop' : 'plain'} busy={removing.isPending} onClick={() => (sure ? removing.mutate() : setSure(true))}>
          {t(sure ? 'removeSure' : 'remove')}
        </Button>
      </div>
      <div role="status" className="mt-2 empty:mt-0">
        {trying.data && (
          <Notice tone={trying.data.taken ? 'ok' : 'stop'} title={trying.data.taken ? t('testTaken', {status: trying.data.status}) : t('testNotTaken')}>
            {trying.data.reason && <p lang="en">{trying.data.reason}</p>}
          </Notice>
        )}
        {secret.data && (
          <p className="rounded-lg bg-bg p-3">
            <span className="sr-only">{t('secret')}: </span>
            <code className="break-all">{secret.data}</code>
          </p>
        )}
      </div>
      {[trying, rotating, switching, removing, secret].map((one, index) => one.isError && <Refused key={index} error={one.error} zone={zone} onClose={one.reset} />)}
      <Messages hook={hook} zone={zone} />
    </>
  );
}

function Messages({hook, zone}: {hook: Webhook; zone: string}) {
  const {t, language} = useClinicWords();
  const client = useQueryClient();
  const [asked, setAsked] = useState(false);
  const known = useQuery({...hookMessages(hook.id), enabled: asked});
  const resending = useMutation({mutationFn: (id: string) => resendHook(client, hook.id, id)});
  return (
    <details className="mt-2 border-t border-line pt-2" onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('lastMessages')}</summary>
      <Answered to={known} shape="h-24">
        {(all) =>
          all.length === 0 ? (
            <p className="text-muted">{t('noMessages')}</p>
          ) : (
            <ul className="divide-y divide-line">
              {all.slice(0, 20).map((one) => (
                <li key={one.webhookId} className="flex flex-wrap items-center justify-between gap-2 py-1.5">
                  <span>
                    {t(`types.${one.type.replace('booking.', '')}`, {defaultValue: one.type})} · {t(`hookStates.${one.state}`)}
                    <span className="block text-muted">
                      {when(one.recordedAt, zone, language)}
                      {one.status !== undefined && ` · ${one.status}`}
                      {one.reason && ` · ${one.reason}`}
                    </span>
                  </span>
                  {one.state !== 'DUE' && (
                    <Button look="plain" busy={resending.isPending && resending.variables === one.webhookId} onClick={() => resending.mutate(one.webhookId)}>
                      {t('sendAgain')}
                    </Button>
                  )}
                </li>
              ))}
            </ul>
          )
        }
      </Answered>
      {resending.isError && <Refused error={resending.error} zone={zone} onClose={resending.reset} />}
    </details>
  );
}

function Add({clinicId, zone}: {clinicId: string; zone: string}) {
  const {t} = useClinicWords();
  const client = useQueryClient();
  const keyOf = useKeys();
  const [address, setAddress] = useState('');
  const [description, setDescription] = useState('');
  const [types, setTypes] = useState<string[]>([]);
  const adding = useMutation({
    mutationFn: () => {
      const wish = {address: address.trim(), types: types.map((type) => `booking.${type}`), ...(description.trim() && {description: description.trim()})};
      return addWebhook(client, clinicId, wish, keyOf(wish));
    },
    onSuccess: () => {
      setAddress('');
      setDescription('');
      setTypes([]);
    },
  });
  const found = findings(adding.error);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    adding.mutate();
  };
  return (
    <section className="card p-4" aria-labelledby="add-webhook">
      <h2 id="add-webhook" className="mb-3 !text-lg">
        {t('addWebhook')}
      </h2>
      <form className="grid gap-3" onSubmit={submit}>
        <Field label={t('webAddress')} hint="https://" type="url" required maxLength={2000} value={address} error={found.get('address')} onChange={(event) => setAddress(event.target.value)} />
        <Field label={t('whatFor')} optional maxLength={200} value={description} error={found.get('description')} onChange={(event) => setDescription(event.target.value)} />
        <ManyChips legend={t('ofWhich')} choices={TYPES.map((value) => ({value, label: t(`types.${value}`)}))} chosen={types} onChange={setTypes} />
        <p className="text-muted">{t('ofWhichHint')}</p>
        <Button type="submit" busy={adding.isPending}>
          {t('addWebhook')}
        </Button>
        {adding.isError && found.size === 0 && <Refused error={adding.error} zone={zone} onClose={adding.reset} />}
      </form>
    </section>
  );
}
