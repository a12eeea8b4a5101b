import {useQuery} from '@tanstack/react-query';
import {useNavigate, useSearch} from '@tanstack/react-router';
import {daySheet, type Sitting} from '../../api/desk';
import {dateOf, day, hour} from '../../lib/time';
import {useNow} from '../../lib/useNow';
import {Button} from '../../ui/Button';
import {classes} from '../../ui/classes';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {keyOf} from './blocks';
import {takesTime} from './can';
import {DayBar} from './DayBar';
import {Attendance, SessionPanel} from './SessionPanel';
import {usePlace, type Place} from './StaffPage';
import {useStaffWords} from './words';

/** What a therapist has before them, the next one first. */
export default function TodayPage() {
  const place = usePlace();
  return place?.therapistId ? <Day place={place} therapistId={place.therapistId} /> : null;
}

function Day({place, therapistId}: {place: Place; therapistId: string}) {
  const {t, language} = useStaffWords();
  const search = useSearch({from: '/staff/today'});
  const navigate = useNavigate({from: '/staff/today'});
  const now = useNow();
  const today = dateOf(new Date(now), place.zone);
  const date = search.date ?? today;
  const sheet = useQuery(daySheet({therapistId}, date));
  const go = (change: Partial<typeof search>) => void navigate({search: (former) => ({...former, ...change}), replace: true});
  const sessions = sheet.data?.sessions ?? [];
  const next = date === today ? nextOf(sessions, now) : undefined;
  const open = sessions.find((one) => keyOf(one) === search.open);
  return (
    <>
      <PageTitle title={t('today')} hidden />
      <DayBar date={date} today={today} onChange={(chosen) => go({date: chosen === today ? undefined : chosen, open: undefined})} />
      {sheet.isError && !sheet.data ? (
        <div className="mt-4">
          <Failed error={sheet.error} retry={() => void sheet.refetch()} />
        </div>
      ) : sheet.isPending ? (
        <Loading>
          <Skeleton className="mt-4 h-40" />
          <Skeleton className="mt-4 h-60" />
        </Loading>
      ) : sessions.length === 0 ? (
        <div className="mt-4">
          <Empty title={t('noSessions')}>
            <p>{sheet.data.shifts.length > 0 ? t('working', {times: sheet.data.shifts.map(times).join(', ')}) : t('notWorking')}</p>
          </Empty>
        </div>
      ) : (
        <div className="mt-4 grid items-start gap-4 lg:grid-cols-[340px_1fr]">
          {next && (
            <section className="card border-s-[5px] border-s-primary p-4" aria-labelledby="next">
              <h2 id="next" className="!text-base text-muted">
                {Date.parse(next.start) > now ? t('nextIn', {minutes: Math.ceil((Date.parse(next.start) - now) / 60_000)}) : t('rightNow')}
              </h2>
              <p className="mt-1 font-serif text-xl font-semibold">{next.client.name || t('nobody')}</p>
              <p>
                {times({from: next.start, to: next.end})} · {next.treatmentName} · {next.roomName}
              </p>
              {next.note && <p className="mt-2 rounded-lg bg-clay-tint p-2">{next.note}</p>}
              <Attendance sitting={next} />
              <Button look="plain" onClick={() => go({open: keyOf(next)})}>
                {t('detailsOf', {name: next.client.name || t('nobody')})}
              </Button>
            </section>
          )}
          <section aria-label={t('sheetOf', {day: day(`${date}T12:00:00Z`, 'UTC', language)})} className={next ? '' : 'lg:col-span-2'}>
            <ol className="card divide-y divide-line">
              {sessions.map((one) => (
                <li key={keyOf(one)}>
                  <button type="button" onClick={() => go({open: keyOf(one)})} className="grid w-full grid-cols-[7rem_1fr_auto] items-center gap-3 px-4 py-2.5 text-start hover:bg-tint">
                    <span className={classes('tab-figures', !takesTime(one) && 'line-through')}>{times({from: one.start, to: one.end})}</span>
                    <span>
                      <b className={classes('block', !takesTime(one) && 'font-normal line-through')}>{one.client.name || t('nobody')}</b>
                      <span className="text-muted">
                        {one.treatmentName} · {one.roomName}
                      </span>
                    </span>
                    <span className="text-end text-muted">{t(`status.${one.status}`)}</span>
                  </button>
                </li>
              ))}
            </ol>
            {sheet.data.gaps.length > 0 && <p className="mt-3 text-muted">{t('gaps', {times: sheet.data.gaps.map(times).join(', ')})}</p>}
          </section>
        </div>
      )}
      {open && <SessionPanel sitting={open} place={place} therapists={[{id: open.therapistId, name: open.therapistName}]} rooms={[]} onClose={() => go({open: undefined})} />}
    </>
  );

  function times({from, to}: {from: string; to: string}) {
    return `${hour(from, place.zone, language)}–${hour(to, place.zone, language)}`;
  }
}

/** Who is here, or else who comes next. */
export const nextOf = (sessions: Sitting[], now: number): Sitting | undefined =>
  sessions.find(({status, end}) => status === 'ARRIVED' && Date.parse(end) + 3_600_000 > now) ??
  sessions.find(({status, end}) => status === 'CONFIRMED' && Date.parse(end) > now);
