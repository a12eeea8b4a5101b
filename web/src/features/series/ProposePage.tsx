import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {Problem} from '../../api/problem';
import {session, type Session} from '../../api/session';
import {holdSeries, proposal, type ProposedVisit, type Proposal} from '../../api/series';
import {useCodes} from '../../lib/codes';
import {money} from '../../lib/money';
import {when} from '../../lib/time';
import {Button, buttonLook} from '../../ui/Button';
import {OneChip} from '../../ui/Chips';
import {Select} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Notice, Skeleton} from '../../ui/States';
import {useWho, WhoFields} from '../../ui/who/Who';
import {useSeriesWords} from './words';

const MOST = 12;

export default function ProposePage() {
  const {t} = useSeriesWords();
  const {named} = useCodes();
  const search = useSearch({from: '/series/new'});
  const navigate = useNavigate({from: '/series/new'});
  const here = useQuery(session);
  const chosen = search.start !== '';
  const phase = search.every === 'TWICE' ? {perWeek: 2} : {everyWeeks: Number(search.every)};
  const dates = useQuery({
    ...proposal({
      clinicId: search.clinic,
      ...(search.therapist && {therapistId: search.therapist}),
      treatment: search.treatment,
      lengthMinutes: search.minutes,
      start: search.start,
      phases: [{count: search.count, ...phase}],
    }),
    enabled: chosen,
  });
  const change = (part: Partial<typeof search>) => void navigate({search: (before) => ({...before, ...part}), replace: true, resetScroll: false});
  if (!chosen) {
    return (
      <div className="mx-auto max-w-2xl pb-11 pt-6">
        <PageTitle title={t('title')} />
        <div className="mt-6">
          <Empty title={t('nothing')}>
            <Link to="/therapists" className={buttonLook()}>
              {t('find')}
            </Link>
          </Empty>
        </div>
      </div>
    );
  }
  return (
    <div className="mx-auto max-w-2xl pb-11 pt-6">
      <PageTitle title={t('title')} />
      <p className="mt-1 text-muted">
        {named('treatment', search.treatment)}, {t('minutes', {minutes: search.minutes})}
        {dates.data && ` · ${t('with', {name: dates.data.therapistName})}`}
      </p>
      <p className="mb-6 mt-2">{t('lead')}</p>
      <div className="mb-7 flex flex-col gap-5">
        <OneChip
          legend={t('rhythm')}
          choices={(['TWICE', '1', '2', '4'] as const).map((value) => ({value, label: t(`rhythms.${value}`)}))}
          chosen={search.every}
          onChange={(every) => change({every})}
        />
        <div className="max-w-40">
          <Select
            label={t('count')}
            value={String(search.count)}
            onChange={(count) => change({count: Number(count)})}
            choices={Array.from({length: MOST - 1}, (_, index) => String(index + 2)).map((value) => ({value, label: value}))}
          />
        </div>
      </div>
      {(dates.isPending || here.isPending) && !dates.isError && (
        <Loading>
          <Skeleton className="h-80" />
        </Loading>
      )}
      {dates.isError && <Refused error={dates.error} />}
      {dates.data && !here.isPending && <Dates key={JSON.stringify(dates.data.visits)} dates={dates.data} here={here.data} />}
    </div>
  );
}

type Chosen = {therapistId: string; start: string} | undefined;

/** What each visit would be: as proposed, another one instead, or none. */
function Dates({dates, here}: {dates: Proposal; here: Session | undefined}) {
  const {t, language} = useSeriesWords();
  const client = useQueryClient();
  const navigate = useNavigate();
  const who = useWho(here?.signedIn ? here : undefined);
  const [chosen, setChosen] = useState<Chosen[]>(() => dates.visits.map((visit) => first(visit, dates.therapistId)));
  const visits = chosen.filter((one) => one !== undefined);
  const holding = useMutation({
    mutationFn: (coming: NonNullable<ReturnType<typeof who.client>>) =>
      holdSeries(client, {clinicId: dates.clinicId, treatment: dates.treatment, lengthMinutes: dates.lengthMinutes, visits, client: coming}),
    onSuccess: (held) => void navigate({to: '/series/$seriesId', params: {seriesId: held.id}, replace: true}),
    onError: (error) => {
      if (error instanceof Problem && error.status === 409) void client.invalidateQueries({queryKey: ['free', 'proposal']});
    },
  });
  const send = (event: FormEvent) => {
    event.preventDefault();
    const coming = who.client();
    if (coming && visits.length > 1) holding.mutate(coming);
  };
  const change = (index: number, to: Chosen) => setChosen(chosen.map((one, at) => (at === index ? to : one)));
  return (
    <form noValidate onSubmit={send} className="flex flex-col gap-6">
      <section>
        <h2>{t('proposed')}</h2>
        <p className="mb-3 mt-1 text-muted">{dates.complete ? t('complete') : t('incomplete')}</p>
        <ol className="flex flex-col gap-2">
          {dates.visits.map((visit, index) => (
            <li key={visit.number} className="card p-4">
              <Date visit={visit} zone={dates.zone} therapistId={dates.therapistId} chosen={chosen[index]} onChange={(to) => change(index, to)} />
            </li>
          ))}
        </ol>
        {dates.complete && dates.price && <p className="mt-3 text-end font-semibold">{t('inAll', {price: money(dates.price, language)})}</p>}
      </section>
      <WhoFields {...who} />
      {visits.length < 2 && <p className="font-semibold text-stop">{t('tooFew')}</p>}
      {holding.isError && <Refused error={holding.error} zone={dates.zone} />}
      <div>
        <Button type="submit" busy={holding.isPending} disabled={visits.length < 2}>
          {t('hold', {count: visits.length})}
        </Button>
      </div>
    </form>
  );
}

const first = (visit: ProposedVisit, therapistId: string): Chosen =>
  visit.free ? {therapistId, start: visit.start} : visit.alternatives[0] && {therapistId: visit.alternatives[0].therapistId, start: visit.alternatives[0].start};

type DateProps = {visit: ProposedVisit; zone: string; therapistId: string; chosen: Chosen; onChange: (to: Chosen) => void};

function Date({visit, zone, therapistId, chosen, onChange}: DateProps) {
  const {t, language} = useSeriesWords();
  const {zoneOf} = useCodes();
  if (visit.free) {
    return (
      <p className="flex items-baseline justify-between gap-3">
        <span className="tab-figures font-semibold">
          {when(visit.start, zone, language)}
          <span className="text-sm font-normal text-muted">{zoneOf(zone, visit.start)}</span>
        </span>
        <span className="text-sm text-ok">✓ {t('free')}</span>
      </p>
    );
  }
  const choices = visit.alternatives.map((one) => ({
    value: `${one.therapistId} ${one.start}`,
    label: when(one.start, zone, language) + (one.therapistId === therapistId ? '' : `, ${t('with', {name: one.therapistName})}`),
  }));
  return (
    <>
      <Select
        label={t('instead', {when: when(visit.start, zone, language)})}
        value={chosen ? `${chosen.therapistId} ${chosen.start}` : ''}
        onChange={(value) => {
          const [whom, start] = value.split(' ');
          onChange(whom && start ? {therapistId: whom, start} : undefined);
        }}
        choices={[...choices, {value: '', label: t('leaveOut')}]}
      />
      {visit.reasons[0] && (
        <p lang="en" className="mt-1.5 text-sm text-muted">
          {visit.reasons[0].message}
        </p>
      )}
    </>
  );
}

function Refused({error, zone}: {error: Error; zone?: string}) {
  const {t, language} = useSeriesWords();
  if (!(error instanceof Problem) || error.passes || error.status >= 500) return <Failed error={error} />;
  if (error.type === 'slot-taken' && typeof error.body.start === 'string' && zone) {
    return (
      <Notice tone="hold" live title={t('lost', {when: when(error.body.start, zone, language)})}>
        <p className="mt-1">{t('lostNext')}</p>
      </Notice>
    );
  }
  if (error.type === 'client-busy') return <Notice tone="hold" live title={t('busy')} />;
  return (
    <Notice tone="stop" live title={t('refused')}>
      <p lang="en" className="mt-1">
        {error.message}
      </p>
    </Notice>
  );
}
