import {useQueries} from '@tanstack/react-query';
import {Link, useNavigate, useSearch} from '@tanstack/react-router';
import {week, type DaySheet} from '../../api/desk';
import {dateOf, day, monthOf, plusDays, weekday} from '../../lib/time';
import {useNow} from '../../lib/useNow';
import {Button} from '../../ui/Button';
import {classes} from '../../ui/classes';
import {PageTitle} from '../../ui/Page';
import {Failed, Loading, Skeleton} from '../../ui/States';
import {takesTime} from './can';
import {mondayOf, weekOf} from './clock';
import {usePlace, type Place} from './StaffPage';
import {useStaffWords} from './words';

/** A therapist's month at a glance; each day leads to itself. */
export default function MonthPage() {
  const place = usePlace();
  return place?.therapistId ? <Month place={place} therapistId={place.therapistId} /> : null;
}

/** The Mondays of the weeks that a month touches. */
export function weeksOf(date: string): string[] {
  const month = date.slice(0, 7);
  const all: string[] = [];
  for (let monday = mondayOf(`${month}-01`); monday.slice(0, 7) <= month; monday = plusDays(monday, 7)) all.push(monday);
  return all;
}

/** The first of the month so many months later. */
export function plusMonths(date: string, months: number): string {
  const [year = 0, month = 1] = date.split('-').map(Number);
  return new Date(Date.UTC(year, month - 1 + months, 1)).toISOString().slice(0, 10);
}

function Month({place, therapistId}: {place: Place; therapistId: string}) {
  const {t, language} = useStaffWords();
  const search = useSearch({from: '/staff/month'});
  const navigate = useNavigate({from: '/staff/month'});
  const today = dateOf(new Date(useNow()), place.zone);
  const date = search.date ?? today;
  const weeks = useQueries({queries: weeksOf(date).map((monday) => week(therapistId, weekOf(monday)))});
  const failed = weeks.find(({isError, data}) => isError && !data);
  const go = (next: string) =>
    void navigate({search: ({clinic}) => ({clinic, date: next.slice(0, 7) === today.slice(0, 7) ? undefined : next}), replace: true});
  const round = 'w-11 px-0 text-lg';
  const name = monthOf(`${date.slice(0, 7)}-01`, language);
  return (
    <>
      <PageTitle title={t('month')} hidden />
      <div className="mb-3 flex flex-wrap items-center gap-2">
        <Button look="ghost" className={round} aria-label={t('earlier')} onClick={() => go(plusMonths(date, -1))}>
          <span aria-hidden>‹</span>
        </Button>
        <Button look="ghost" className={round} aria-label={t('later')} onClick={() => go(plusMonths(date, 1))}>
          <span aria-hidden>›</span>
        </Button>
        <Button look="ghost" className="px-3" disabled={date.slice(0, 7) === today.slice(0, 7)} onClick={() => go(today)}>
          {t('thisMonth')}
        </Button>
        <p className="font-serif text-lg font-semibold" aria-live="polite">
          {name}
        </p>
      </div>
      {failed ? (
        <Failed error={failed.error!} retry={() => weeks.forEach((one) => void one.refetch())} />
      ) : weeks.some(({isPending}) => isPending) ? (
        <Loading>
          <Skeleton className="h-[60dvh]" />
        </Loading>
      ) : (
        <table className="card w-full table-fixed border-separate border-spacing-0 text-sm">
          <caption className="sr-only">{t('monthOf', {month: name})}</caption>
          <thead>
            <tr>
              {weeks[0]?.data?.days.map((one) => (
                <th key={one.date} scope="col" className="px-1 py-2 text-muted">
                  {weekday(`${one.date}T12:00:00Z`, 'UTC', language)}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeks.map(({data}, index) => (
              <tr key={index}>
                {data?.days.map((one) => (
                  <td key={one.date} className={classes('border-t border-line p-0 align-top', one.date.slice(0, 7) !== date.slice(0, 7) && 'bg-bg text-muted')}>
                    <OneDay sheet={one} today={one.date === today} />
                  </td>
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

function OneDay({sheet, today}: {sheet: DaySheet; today: boolean}) {
  const {t, language} = useStaffWords();
  const sessions = sheet.sessions.filter(takesTime);
  const booked = sessions.reduce((sum, one) => sum + one.lengthMinutes, 0);
  const working = sheet.shifts.reduce((sum, one) => sum + one.minutes, 0);
  const name = [day(`${sheet.date}T12:00:00Z`, 'UTC', language), t('sessions', {count: sessions.length}), working === 0 && t('free')].filter(Boolean).join(', ');
  return (
    <Link
      to="/staff/today"
      search={({clinic}) => ({clinic, date: sheet.date})}
      className={classes('grid min-h-16 content-start gap-1 p-1.5 hover:bg-tint sm:min-h-24 sm:p-2', working === 0 && 'bg-bg')}
    >
      <span className="sr-only">{name}</span>
      <span aria-hidden className={classes('tab-figures', today && 'w-fit rounded-full bg-primary px-2 font-semibold text-on-primary')}>
        {Number(sheet.date.slice(8))}
      </span>
      {sessions.length > 0 && (
        <span aria-hidden className="tab-figures font-semibold">
          {sessions.length}
          <span className="hidden font-normal sm:inline"> {t('sessions', {count: sessions.length}).replace(/^\d+\s*/, '')}</span>
        </span>
      )}
      {working > 0 && (
        <span aria-hidden className="block h-1.5 overflow-hidden rounded-full bg-line">
          <span className="block h-full bg-primary" style={{width: `${Math.min(1, booked / working) * 100}%`}} />
        </span>
      )}
    </Link>
  );
}
