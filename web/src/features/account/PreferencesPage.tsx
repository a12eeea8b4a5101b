import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link} from '@tanstack/react-router';
import {Problem} from '../../api/problem';
import {signInAt} from '../../api/session';
import {useCodes} from '../../lib/codes';
import {LANGUAGES} from '../../lib/words';
import {Button, buttonLook} from '../../ui/Button';
import {ManyChips} from '../../ui/Chips';
import {Field, Select} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {Addresses} from './Addresses';
import {say, wishes, type Wish, type Wishes} from './api';
import {Browsers} from './Browsers';
import {Sessions} from './Sessions';
import {useAccountWords} from './words';

type Kind = keyof Wishes['channels'] & string;
type Channel = 'MAIL' | 'SMS' | 'PUSH' | 'INBOX';

const AGREED = ['CONFIRMATION', 'CHANGE', 'CANCELLATION', 'SERIES', 'OFFER', 'GIFT_CARD'] as Kind[];
const OPTIONAL = ['REMINDER', 'ARRIVAL', 'HOLD_LAPSING', 'INTAKE_DUE', 'PLAN_NUDGE', 'THANKS'] as Kind[];
const CHANNELS: Channel[] = ['MAIL', 'SMS', 'PUSH', 'INBOX'];
const REMINDERS: Record<string, number[] | undefined> = {clinic: undefined, day: [1440], both: [1440, 120], hours: [120]};

export default function PreferencesPage() {
  const {t} = useAccountWords();
  const found = useQuery(wishes);
  const [saved, setSaved] = useState(false);
  const nothingYet = found.error instanceof Problem && found.error.status === 404;
  return (
    <div className="mx-auto max-w-2xl pb-11 pt-6">
      <p className="mb-3">
        <Link to="/visits" className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </p>
      <PageTitle title={t('title')} />
      <p className="mb-7 mt-2 text-muted">{t('lead')}</p>
      {found.isPending && (
        <Loading>
          <Skeleton className="h-96" />
        </Loading>
      )}
      {nothingYet && (
        <Empty title={t('none')}>
          <p>{t('noneHint')}</p>
          <Link to="/" className={buttonLook()}>
            {t('find')}
          </Link>
        </Empty>
      )}
      {found.isError && !nothingYet && <Failed error={found.error} retry={() => void found.refetch()} signIn={signInAt('/preferences')} />}
      {(found.data || nothingYet) && (
        <div className="my-8 flex flex-col gap-8">
          <Addresses />
          <Browsers />
          <Sessions />
        </div>
      )}
      {found.data && <Said key={found.data.version} known={found.data} saved={saved} onSaved={setSaved} />}
    </div>
  );
}

/** @param saved whether what is shown was saved just now; each saving begins anew with what holds from then on */
function Said({known, saved, onSaved}: {known: Wishes; saved: boolean; onSaved: (saved: boolean) => void}) {
  const {t} = useAccountWords();
  const {languageName} = useCodes();
  const client = useQueryClient();
  const {version: _, ...before} = known;
  const [wish, setWish] = useState<Wish>(before);
  const change = (part: Partial<Wish>) => {
    onSaved(false);
    setWish({...wish, ...part});
  };
  const saving = useMutation({
    mutationFn: () => say(known, wish),
    onSuccess: (now) => {
      onSaved(true);
      client.setQueryData(wishes.queryKey, now);
    },
    onError: (error) => {
      if (error instanceof Problem && error.status === 412) void client.invalidateQueries({queryKey: wishes.queryKey});
    },
  });
  const reminder = Object.keys(REMINDERS).find((name) => String(REMINDERS[name] ?? '') === String(wish.remindMinutes ?? '')) ?? 'clinic';
  const {quietHours} = wish;
  const channels = (kinds: Kind[]) =>
    kinds
      .filter((kind) => kind in known.channels)
      .map((kind) => (
        <ManyChips
          key={kind}
          legend={t(`kinds.${kind}`)}
          choices={CHANNELS.map((value) => ({value, label: t(`channel.${value}`)}))}
          chosen={(wish.channels[kind] ?? []) as Channel[]}
          onChange={(chosen) => change({channels: {...wish.channels, [kind]: chosen}})}
        />
      ));
  const send = (event: FormEvent) => {
    event.preventDefault();
    saving.mutate();
  };
  return (
    <form onSubmit={send} className="flex flex-col gap-8">
      <div className="grid gap-5 sm:grid-cols-2">
        <Select
          label={t('language')}
          value={wish.language ?? ''}
          onChange={(language) => change({language: language || undefined})}
          choices={[{value: '', label: t('lastBooking')}, ...LANGUAGES.map((value) => ({value, label: languageName(value)}))]}
        />
        <Select
          label={t('remind')}
          value={reminder}
          onChange={(name) => change({remindMinutes: REMINDERS[name]})}
          choices={Object.keys(REMINDERS).map((value) => ({value, label: t(`reminders.${value}`)}))}
        />
      </div>
      <section className="flex flex-col gap-4">
        <h2>{t('quiet')}</h2>
        <label className="flex min-h-11 items-center gap-3">
          <input
            type="checkbox"
            className="size-5 accent-primary"
            checked={quietHours !== undefined}
            onChange={({target}) => change({quietHours: target.checked ? {from: '22:00', until: '07:00'} : undefined})}
          />
          {t('quietOn')}
        </label>
        {quietHours && (
          <div className="grid max-w-sm grid-cols-2 gap-4">
            <Field label={t('quietFrom')} type="time" required value={quietHours.from.slice(0, 5)} onChange={({target}) => change({quietHours: {...quietHours, from: target.value}})} />
            <Field label={t('quietUntil')} type="time" required value={quietHours.until.slice(0, 5)} onChange={({target}) => change({quietHours: {...quietHours, until: target.value}})} />
          </div>
        )}
        <p className="text-sm text-muted">{t('quietLead')}</p>
      </section>
      <section className="flex flex-col gap-5">
        <h2>{t('optional')}</h2>
        {channels(OPTIONAL)}
      </section>
      <section className="flex flex-col gap-5">
        <h2>{t('agreed')}</h2>
        {channels(AGREED)}
      </section>
      {saved && (
        <Notice tone="ok" live>
          {t('saved')}
        </Notice>
      )}
      {saving.isError && <NotSaved error={saving.error} />}
      <div>
        <Button type="submit" busy={saving.isPending}>
          {t('save')}
        </Button>
      </div>
    </form>
  );
}

function NotSaved({error}: {error: Error}) {
  const {t} = useAccountWords();
  if (!(error instanceof Problem) || error.passes || error.status >= 500) return <Failed error={error} />;
  return (
    <Notice tone="stop" live title={error.status === 412 ? t('changed') : t('refused')}>
      {error.status !== 412 && <p lang="en">{error.message}</p>}
    </Notice>
  );
}
