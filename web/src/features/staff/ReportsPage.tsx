import {useQuery, type UseQueryResult} from '@tanstack/react-query';
import {useNavigate, useSearch} from '@tanstack/react-router';
import {noShows, revenue, utilisation} from '../../api/desk';
import {useCodes} from '../../lib/codes';
import {money} from '../../lib/money';
import {dateOf, day, plusDays} from '../../lib/time';
import {OneChip} from '../../ui/Chips';
import {Field} from '../../ui/Field';
import {PageTitle} from '../../ui/Page';
import {Failed, Loading, Skeleton} from '../../ui/States';
import {mondayOf} from './clock';
import {usePlace, type Place} from './StaffPage';
import {useStaffWords} from './words';

/** How the chosen dates went, or will go as far as it is booked; this week if none are chosen. */
export default function ReportsPage() {
  const place = usePlace();
  return place?.admin ? <Reports place={place} /> : null;
}

const GROUPS = {day: 'DAY', therapist: 'THERAPIST', treatment: 'TREATMENT'} as const;

function Reports({place}: {place: Place}) {
  const {t, language} = useStaffWords();
  const {named} = useCodes();
  const search = useSearch({from: '/staff/reports'});
  const navigate = useNavigate({from: '/staff/reports'});
  const from = search.from ?? mondayOf(dateOf(new Date(), place.zone));
  const to = search.to ?? plusDays(from, 6);
  const by = search.group ?? 'day';
  const of = {clinicId: place.clinicId, from, to};
  const inOrder = from <= to;
  const used = useQuery({...utilisation(of), enabled: inOrder});
  const missed = useQuery({...noShows(of), enabled: inOrder});
  const earned = useQuery({...revenue(of, GROUPS[by]), enabled: inOrder});
  const percent = new Intl.NumberFormat(language, {style: 'percent', maximumFractionDigits: 0});
  const go = (change: Partial<typeof search>) => void navigate({search: (former) => ({...former, ...change}), replace: true});
  const nameOf = {
    day: (group: string) => day(`${group}T12:00:00Z`, 'UTC', language),
    therapist: (group: string, name: string) => name || group,
    treatment: (group: string, name: string) => named('treatment', group, name || group),
  }[by];
  return (
    <>
      <PageTitle title={t('reports')} hidden />
      <div className="flex flex-wrap items-end gap-3">
        <Field label={t('firstDate')} type="date" required value={from} onChange={(event) => event.target.value && go({from: event.target.value, to: search.to ?? to})} />
        <Field label={t('lastDate')} type="date" required min={from} value={to} error={inOrder ? undefined : t('datesInOrder')} onChange={(event) => event.target.value && go({from, to: event.target.value})} />
        <OneChip
          legend={t('incomeBy')}
          legendHidden
          chosen={by}
          onChange={(group) => go({group: group === 'day' ? undefined : group})}
          choices={(['day', 'therapist', 'treatment'] as const).map((value) => ({value, label: t(`by.${value}`)}))}
        />
      </div>
      <div className="mt-4 grid items-start gap-4 lg:grid-cols-2">
        <Chart
          title={t('booked')}
          of={used}
          bars={(rows) =>
            rows.map((row) => ({
              name: row.name,
              share: row.workingMinutes > 0 ? row.bookedMinutes / row.workingMinutes : 0,
              value: row.workingMinutes > 0 ? percent.format(row.bookedMinutes / row.workingMinutes) : '–',
            }))
          }
        />
        <Chart
          title={t('income')}
          of={earned}
          bars={(rows) => {
            const most = Math.max(1, ...rows.map(incomeOf));
            return rows.map((row) => ({
              name: nameOf(row.group, row.name),
              share: incomeOf(row) / most,
              value: money({cents: incomeOf(row), currency: row.currency}, language),
            }));
          }}
        />
        <Chart
          title={t('missedShare')}
          of={missed}
          bars={(rows) =>
            rows.map((row) => ({
              name: row.name,
              share: row.due > 0 ? row.missed / row.due : 0,
              value: t('ofDue', {missed: row.missed, due: row.due}),
            }))
          }
        />
      </div>
    </>
  );
}

const incomeOf = ({totalCents, expectedCents}: {totalCents: number; expectedCents: number}) => totalCents + expectedCents;

type Bar = {name: string; share: number; value: string};

/** Bars beside their names and figures: read aloud it is a list of figures. */
function Chart<R>({title, of, bars}: {title: string; of: UseQueryResult<R[]>; bars: (rows: R[]) => Bar[]}) {
  const {t} = useStaffWords();
  return (
    <section className="card p-4">
      <h2 className="!text-lg">{title}</h2>
      {of.isError ? (
        <Failed error={of.error} retry={() => void of.refetch()} />
      ) : of.isPending ? (
        <Loading>
          <Skeleton className="mt-3 h-40" />
        </Loading>
      ) : of.data.length === 0 ? (
        <p className="mt-2 text-muted">{t('nothingYet')}</p>
      ) : (
        <ul className="mt-3 grid gap-2">
          {bars(of.data).map(({name, share, value}) => (
            <li key={name} className="grid grid-cols-[minmax(0,11rem)_1fr_auto] items-center gap-3">
              <span className="truncate">{name}</span>
              <span aria-hidden className="h-4 overflow-hidden rounded-sm bg-bg">
                <span className="block h-full bg-primary" style={{width: `${Math.min(1, share) * 100}%`}} />
              </span>
              <span className="tab-figures font-semibold">{value}</span>
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
