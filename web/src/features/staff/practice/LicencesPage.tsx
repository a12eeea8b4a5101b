import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {edited, evidence, handInEvidence, stepsOf, submitLicence, type Licence, type LicenceRequest} from '../../../api/practice';
import {Problem} from '../../../api/problem';
import {dateOf, monthOf, plusDays, shortDay} from '../../../lib/time';
import {Facts} from '../../../ui/Bits';
import {Button} from '../../../ui/Button';
import {classes} from '../../../ui/classes';
import {Field} from '../../../ui/Field';
import {PageTitle} from '../../../ui/Page';
import {Empty} from '../../../ui/States';
import {Answered} from '../Answered';
import {Refused} from '../Refused';
import {findings, Kept, useKeys} from '../saving';
import {usePlace} from '../StaffPage';
import {FileField} from './FileField';
import {usePracticeWords} from './words';

/** A therapist's licences: how each stands, until when it holds, and what was handed in for it. */
export default function LicencesPage() {
  const {t} = usePracticeWords();
  const place = usePlace();
  const id = place?.therapistId;
  const known = useQuery({...edited(id ?? ''), enabled: id !== undefined});
  if (!place || !id) return null;
  return (
    <>
      <PageTitle title={t('licences')} hidden />
      <div className="grid items-start gap-4 lg:grid-cols-[minmax(0,3fr)_minmax(0,2fr)]">
        <Answered to={known}>
          {({licences}) =>
            licences.length === 0 ? (
              <Empty title={t('noLicence')}>
                <p>{t('noLicenceHint')}</p>
              </Empty>
            ) : (
              <ul className="grid gap-3">
                {licences.toReversed().map((licence) => (
                  <li key={licence.id} className="card p-4">
                    <OneLicence therapistId={id} licence={licence} today={dateOf(new Date(), place.zone)} zone={place.zone} />
                  </li>
                ))}
              </ul>
            )
          }
        </Answered>
        <Submit therapistId={id} zone={place.zone} jurisdiction={known.data?.licences.at(-1)?.jurisdiction ?? ''} />
      </div>
    </>
  );
}

const tones: Record<Licence['status'], string> = {
  SUBMITTED: 'bg-clay-tint text-clay',
  VERIFIED: 'bg-ok-tint text-ok',
  REJECTED: 'bg-stop-tint text-stop',
  REVOKED: 'bg-stop-tint text-stop',
};

function OneLicence({therapistId, licence, today, zone}: {therapistId: string; licence: Licence; today: string; zone: string}) {
  const {t, language} = usePracticeWords();
  const ends = licence.validUntil ?? '';
  const over = ends < today;
  const soon = !over && ends <= plusDays(today, 60);
  return (
    <>
      <div className="flex flex-wrap items-start justify-between gap-2">
        <h2 className="!text-lg">{licence.authority}</h2>
        <span className={classes('rounded-full px-3 py-0.5 text-sm font-semibold', over ? tones.REJECTED : tones[licence.status])}>
          {over ? t('over') : t(`licence.${licence.status}`)}
        </span>
      </div>
      <Facts
        facts={[
          [t('number'), <span className="tab-figures">{licence.number}</span>],
          [t('jurisdiction'), licence.jurisdiction],
          [t('valid'), `${monthOf(licence.validFrom ?? today, language)} – ${monthOf(ends || today, language)}`],
        ]}
      />
      {soon && licence.status === 'VERIFIED' && <p className="rounded-lg bg-clay-tint p-3">{t('endsSoon', {date: shortDay(`${ends}T12:00:00Z`, 'UTC', language)})}</p>}
      {licence.status === 'SUBMITTED' && <Evidence therapistId={therapistId} licence={licence} zone={zone} />}
      <Steps therapistId={therapistId} licence={licence} zone={zone} />
    </>
  );
}

/** What became of it, with the reasons that were given. */
function Steps({therapistId, licence, zone}: {therapistId: string; licence: Licence; zone: string}) {
  const {t, language} = usePracticeWords();
  const steps = useQuery({...stepsOf(therapistId, licence.id), enabled: licence.status !== 'SUBMITTED'});
  if (!steps.data?.length) return null;
  return (
    <ol className="mt-2 grid gap-1 border-t border-line pt-2">
      {steps.data.map(({status, reason, at}) => (
        <li key={at}>
          <span className="text-muted">{shortDay(at, zone, language)}</span> {t(`licence.${status}`)}
          {reason && <span className="block">{reason}</span>}
        </li>
      ))}
    </ol>
  );
}

/** The paper behind it; until somebody has decided, another one may take its place. */
function Evidence({therapistId, licence, zone}: {therapistId: string; licence: Licence; zone: string}) {
  const {t} = usePracticeWords();
  const client = useQueryClient();
  const paper = useQuery({
    queryKey: ['evidence', therapistId, licence.id],
    queryFn: () =>
      evidence(therapistId, licence.id).catch((error: unknown) => {
        if (error instanceof Problem && error.status === 404) return null;
        throw error;
      }),
    staleTime: Infinity,
  });
  const handing = useMutation({
    mutationFn: (file: File) => handInEvidence(therapistId, licence.id, file),
    onSuccess: () => client.invalidateQueries({queryKey: ['evidence', therapistId, licence.id]}),
  });
  return (
    <div className="mt-2 border-t border-line pt-3">
      <p className="mb-2">{paper.data ? t('paperThere', {size: Math.ceil(paper.data.size / 1024)}) : paper.isPending ? '…' : t('paperMissing')}</p>
      <FileField label={paper.data ? t('otherPaper') : t('paper')} hint={t('paperHint')} busy={handing.isPending} onFile={(file) => handing.mutate(file)} />
      <Kept when={handing.isSuccess}>{t('paperKept')}</Kept>
      {handing.isError && <Refused error={handing.error} zone={zone} onClose={handing.reset} />}
    </div>
  );
}

function Submit({therapistId, zone, jurisdiction}: {therapistId: string; zone: string; jurisdiction: string}) {
  const {t} = usePracticeWords();
  const client = useQueryClient();
  const keyOf = useKeys();
  const none: LicenceRequest = {number: '', authority: '', jurisdiction: '', validFrom: '', validUntil: ''};
  const [wish, setWish] = useState(none);
  const asked = {...wish, jurisdiction: wish.jurisdiction || jurisdiction};
  const sending = useMutation({
    mutationFn: (licence: LicenceRequest) => submitLicence(client, therapistId, licence, keyOf(licence)),
    onSuccess: () => setWish(none),
  });
  const found = findings(sending.error);
  const field = (name: keyof LicenceRequest) => ({
    required: true,
    value: asked[name],
    error: found.get(name),
    onChange: (event: {target: {value: string}}) => setWish({...wish, [name]: event.target.value}),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    sending.mutate(asked);
  };
  return (
    <section className="card p-4" aria-labelledby="new-licence">
      <h2 id="new-licence" className="mb-3 !text-lg">
        {t('newLicence')}
      </h2>
      <form className="grid gap-3" onSubmit={submit}>
        <Field label={t('authority')} hint={t('authorityHint')} maxLength={120} {...field('authority')} />
        <Field label={t('number')} maxLength={60} {...field('number')} />
        <Field label={t('jurisdiction')} hint={t('jurisdictionHint')} pattern="[A-Z]{2}(-[A-Z0-9]{1,3})?" maxLength={6} {...field('jurisdiction')} />
        <div className="grid grid-cols-2 gap-3">
          <Field label={t('validFrom')} type="date" {...field('validFrom')} />
          <Field label={t('validUntil')} type="date" min={asked.validFrom} {...field('validUntil')} />
        </div>
        <p className="text-muted">{t('newLicenceHint')}</p>
        <Button type="submit" busy={sending.isPending}>
          {t('submit')}
        </Button>
        <Kept when={sending.isSuccess}>{t('submitted')}</Kept>
        {sending.isError && found.size === 0 && <Refused error={sending.error} zone={zone} onClose={sending.reset} />}
      </form>
    </section>
  );
}
