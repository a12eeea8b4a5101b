import {useQuery, type UseQueryResult} from '@tanstack/react-query';
import {useNavigate, useSearch} from '@tanstack/react-router';
import {revenue, utilisation} from '../../api/desk';
import {money} from '../../lib/money';
import {dateOf, day, plusDays} from '../../lib/time';
import {PageTitle} from '../../ui/Page';
import {Failed, Loading, Skeleton} from '../../ui/States';
import {mondayOf} from './clock';
import {DayBar} from './DayBar';
import {usePlace, type Place} from './StaffPage';
import {useStaffWords} from './words';

/** How a week went, or will go as far as it is booked. */
export default function ReportsPage() {
  const place = usePlace();
  return place?.admin ? <Reports place={place} /> : null;
}

function Reports({place}: {place: Place}) {
  const {t, language} = useStaffWords();
  const search = useSearch({from: '/staff/reports'});
  const navigate = useNavigate({from: '/staff/reports'});
  const today = dateOf(new Date(), place.zone);
  const date = search.date ?? today;
  const from = mondayOf(date);
  const of = {clinicId: place.clinicId, from, to: plusDays(from, 6)};
  const used = useQuery(utilisation(of));
  const earned = useQuery(revenue(of));
  const percent = new Intl.NumberFormat(language, {style: 'percent', maximumFractionDigits: 0});
  return (
    <>
      <PageTitle title={t('reports')} hidden />
      <DayBar
        date={date}
        today={today}
        step={7}
        onChange={(next) => void navigate({search: (former) => ({...former, date: next === today ? undefined : next}), replace: true})}
      />
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
              name: day(`${row.group}T12:00:00Z`, 'UTC', language),
              share: incomeOf(row) / most,
              value: money({cents: incomeOf(row), currency: row.currency}, language),
            }));
          }}
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
