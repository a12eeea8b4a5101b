import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {own} from '../../api/bookings';
import {clinic, clinics, treatments} from '../../api/catalogue';
import {dates, endPlan, holdPlanned, makePlan, plans, type Plan} from '../../api/plans';
import {Problem} from '../../api/problem';
import {signInAt} from '../../api/session';
import {useCodes} from '../../lib/codes';
import {useComplaint} from '../../lib/complaint';
import {kept} from '../../lib/kept';
import {dateOf, day, instantOf, when} from '../../lib/time';
import {Source} from '../../ui/Bits';
import {Button, buttonLook} from '../../ui/Button';
import {Field, Select} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Said} from '../../ui/Said';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {usePlanWords} from './words';

const noon = (date: string) => `${date}T12:00:00Z`;

export default function PlanPage() {
  const {t} = usePlanWords();
  const mine = useQuery(own);
  const clientId = mine.data?.clientId;
  const found = useQuery({...plans(clientId ?? ''), enabled: Boolean(clientId)});
  const error = mine.error ?? found.error;
  return (
    <div className="mx-auto max-w-3xl pb-11 pt-6">
      <p className="mb-3">
        <Link to="/visits" className="link inline-flex min-h-11 items-center">
          {t('back')}
        </Link>
      </p>
      <PageTitle title={t('title')} />
      <p className="mb-6 mt-2 text-muted">{t('lead')}</p>
      {error && <Failed error={error} retry={() => void (mine.isError ? mine : found).refetch()} signIn={signInAt('/plans')} />}
      {!error && (mine.isPending || (clientId && found.isPending)) && (
        <Loading>
          <Skeleton className="h-96" />
        </Loading>
      )}
      {mine.data && !clientId && (
        <Empty title={t('never')}>
          <p>{t('neverHint')}</p>
          <Link to="/" className={buttonLook()}>
            {t('find')}
          </Link>
        </Empty>
      )}
      {clientId && found.data && (
        <div className="flex flex-col gap-8">
          {found.data.length === 0 && <p className="text-muted">{t('none')}</p>}
          {found.data.map((plan) => (
            <Standing key={plan.id} plan={plan} />
          ))}
          <Making clientId={clientId} open={found.data.every(({endedAt}) => endedAt !== undefined)} />
        </div>
      )}
    </div>
  );
}

function Standing({plan}: {plan: Plan}) {
  const {t, language} = usePlanWords();
  const {named} = useCodes();
  const client = useQueryClient();
  const where = useQuery(clinic(plan.clinicId)).data;
  const ending = useMutation({mutationFn: () => endPlan(client, plan)});
  const dueOn = day(noon(plan.dueOn), 'UTC', language);
  const visits = plan.steps.filter(({pain}) => pain !== undefined);
  return (
    <article className="card flex flex-col gap-5 p-5">
      <header>
        <h2>
          {named('treatment', plan.treatment)}, {t('minutes', {minutes: plan.lengthMinutes})}
        </h2>
        <p className="text-muted">{where?.name}</p>
        {plan.endedAt && <p>{t('ended', {day: day(plan.endedAt, plan.zone, language)})}</p>}
      </header>
      <section>
        <h3 className="mb-1">{t('now')}</h3>
        <p>
          <b>{t(`rhythm.${plan.rhythm.code}`, {defaultValue: plan.rhythm.says})}</b>
          <Source source={plan.rhythm.source} />
        </p>
        <p className="text-muted">{t('done', {count: plan.done})}</p>
        {!plan.endedAt &&
          (plan.next ? (
            <p>
              {t('next', {when: when(plan.next.start, plan.zone, language)})}{' '}
              <Link to="/visits/$bookingId" params={{bookingId: plan.next.bookingId}} className="link inline-flex min-h-11 items-center">
                {t('openNext')}
              </Link>
            </p>
          ) : (
            <p className={plan.overdue ? 'font-semibold text-clay' : undefined}>{t(plan.overdue ? 'overdue' : 'due', {day: dueOn})}</p>
          ))}
      </section>
      <section>
        <h3 className="mb-2">{t('course')}</h3>
        <ol className="flex flex-col gap-1.5">
          <Step label={t('begun', {pain: plan.pain})} when={day(plan.since, plan.zone, language)} pain={plan.pain} />
          {visits.map((step) => (
            <Step key={step.at} label={t('painThen', {pain: step.pain})} when={day(step.at, plan.zone, language)} pain={step.pain!} />
          ))}
        </ol>
      </section>
      {plan.selfCare.length > 0 && (
        <section>
          <h3 className="mb-1">{t('care')}</h3>
          <ul className="list-disc ps-5 text-muted">
            {plan.selfCare.map((care) => (
              <li key={care.says}>
                <Said>{care.says}</Said>
                {care.source && <Source source={care.source} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {!plan.endedAt && (
        <>
          <Dates plan={plan} />
          <div>
            <Button look="plain" busy={ending.isPending} onClick={() => ending.mutate()}>
              {t('end')}
            </Button>
            {ending.isError && <Failed error={ending.error} />}
          </div>
        </>
      )}
    </article>
  );
}

/** A day with its pain, said and shown as a length. */
function Step(props: {label: string; when: string; pain: number}) {
  return (
    <li className="grid grid-cols-[minmax(8rem,auto)_1fr] items-center gap-3 text-sm">
      <span>
        {props.when} <span className="text-muted">{props.label}</span>
      </span>
      <svg aria-hidden viewBox="0 0 100 8" preserveAspectRatio="none" className="h-2 w-full">
        <rect width="100" height="8" rx="1" className="fill-line" />
        <rect width={props.pain * 10} height="8" rx="1" className="fill-clay" />
      </svg>
    </li>
  );
}

function Dates({plan}: {plan: Plan}) {
  const {t, language} = usePlanWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const tomorrow = dateOf(new Date(Date.now() + 86_400_000), plan.zone);
  const [date, setDate] = useState(tomorrow);
  const [time, setTime] = useState('10:00');
  const [first, setFirst] = useState<string>();
  const proposed = useQuery({...dates(plan, first ?? ''), enabled: first !== undefined});
  const free = (proposed.data?.visits ?? []).flatMap((one) => (one.start && one.therapistId ? [{start: one.start, therapistId: one.therapistId}] : []));
  const holding = useMutation({
    mutationFn: () => holdPlanned(client, plan, free),
    onSuccess: (held) => void navigate({to: '/series/$seriesId', params: {seriesId: held.id}}),
  });
  const propose = (event: FormEvent) => {
    event.preventDefault();
    holding.reset();
    setFirst(instantOf(date, time, plan.zone));
  };
  return (
    <section>
      <h3 className="mb-2">{t('dates')}</h3>
      <form onSubmit={propose} className="flex flex-wrap items-end gap-3">
        <Field label={t('firstOn')} type="date" required min={dateOf(new Date(), plan.zone)} value={date} onChange={({target}) => setDate(target.value)} />
        <Field label={t('at')} type="time" required step={900} value={time} onChange={({target}) => setTime(target.value)} />
        <Button type="submit" look="ghost" busy={proposed.isFetching}>
          {t('propose')}
        </Button>
      </form>
      {proposed.isError && <Refused error={proposed.error} />}
      {proposed.data && (
        <>
          <ol className="my-4 flex flex-col gap-2">
            {proposed.data.visits.map((one) => (
              <li key={one.number} className="flex items-baseline justify-between gap-3 border-b border-line pb-2">
                {one.start ? (
                  <>
                    <span className="tab-figures font-semibold">{when(one.start, plan.zone, language)}</span>
                    <span className="text-sm text-ok">✓ {t('free')}</span>
                  </>
                ) : (
                  <span className="text-muted">{t(one.availability === 'NOT_YET' ? 'notYet' : 'noneFree', {when: when(one.wanted, plan.zone, language)})}</span>
                )}
              </li>
            ))}
          </ol>
          {holding.isError && <Refused error={holding.error} />}
          {free.length > 1 ? (
            <Button busy={holding.isPending} onClick={() => holding.mutate()}>
              {t('hold', {count: free.length})}
            </Button>
          ) : (
            <p className="text-muted">{t('fewer')}</p>
          )}
        </>
      )}
    </section>
  );
}

function Making({clientId, open}: {clientId: string; open: boolean}) {
  const {t} = usePlanWords();
  const {named} = useCodes();
  const search = useSearch({from: '/plans'});
  const client = useQueryClient();
  const [complaint] = useComplaint();
  const places = useQuery(clinics);
  const known = useQuery(treatments);
  const [clinicId, setClinicId] = useState('');
  const [treatment, setTreatment] = useState(search.treatment ?? '');
  const lengths = known.data?.find(({code}) => code === treatment)?.lengthsMinutes ?? [60];
  const [minutes, setMinutes] = useState(search.minutes ?? 60);
  const [pain, setPain] = useState(complaint.pain);
  const making = useMutation({
    mutationFn: () =>
      makePlan(client, clientId, {
        clinicId,
        treatment,
        lengthMinutes: lengths.includes(minutes) ? minutes : lengths[0]!,
        pain,
        selfCare: kept<{says: string; source?: string}[]>('care') ?? [],
      }),
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    if (clinicId && treatment) making.mutate();
  };
  return (
    <details open={open || search.treatment !== undefined}>
      <summary className="inline-flex min-h-11 cursor-pointer items-center font-serif text-xl font-semibold">{t('make')}</summary>
      <form onSubmit={send} className="mt-3 flex flex-col gap-5">
        <div className="grid gap-4 sm:grid-cols-3">
          <Select
            label={t('clinic')}
            value={clinicId}
            onChange={setClinicId}
            choices={[{value: '', label: t('choose')}, ...(places.data ?? []).map(({id, name}) => ({value: id, label: name}))]}
          />
          <Select
            label={t('treatment')}
            value={treatment}
            onChange={setTreatment}
            choices={[{value: '', label: t('choose')}, ...(known.data ?? []).map(({code, name}) => ({value: code, label: named('treatment', code, name)}))]}
          />
          <Select
            label={t('length')}
            value={String(lengths.includes(minutes) ? minutes : lengths[0])}
            onChange={(value) => setMinutes(Number(value))}
            choices={lengths.map((value) => ({value: String(value), label: t('minutes', {minutes: value})}))}
          />
        </div>
        <label className="font-semibold">
          <span className="flex justify-between">
            {t('pain')} <span className="tab-figures text-muted">{t('painOf', {pain})}</span>
          </span>
          <input
            type="range"
            min={0}
            max={10}
            value={pain}
            aria-valuetext={t('painOf', {pain})}
            onChange={({target}) => setPain(Number(target.value))}
            className="h-11 w-full accent-clay"
          />
        </label>
        {making.isError && <Refused error={making.error} />}
        <div>
          <Button type="submit" busy={making.isPending} disabled={!clinicId || !treatment}>
            {t('doMake')}
          </Button>
        </div>
      </form>
    </details>
  );
}

function Refused({error}: {error: Error}) {
  const {t, language} = usePlanWords();
  if (!(error instanceof Problem) || error.passes || error.status >= 500) return <Failed error={error} />;
  if (error.type === 'too-many-plans') return <Notice tone="hold" live title={t('tooMany')} />;
  if (error.type === 'slot-taken') return <Notice tone="hold" live title={t('taken')} />;
  if (error.type === 'too-soon' && typeof error.body.earliest === 'string') {
    return <Notice tone="hold" live title={t('tooSoon', {day: day(noon(error.body.earliest.slice(0, 10)), 'UTC', language)})} />;
  }
  return (
    <Notice tone="stop" live title={t('refused')}>
      <p lang="en" className="mt-1">
        {error.message}
      </p>
    </Notice>
  );
}
