import {useQuery} from '@tanstack/react-query';
import {useNavigate, useSearch} from '@tanstack/react-router';
import {week} from '../../api/desk';
import {dateOf, hour, shortDay, weekday} from '../../lib/time';
import {useNow} from '../../lib/useNow';
import {PageTitle} from '../../ui/Page';
import {Failed, Loading, Skeleton} from '../../ui/States';
import {blockOf, keyOf} from './blocks';
import {takesTime} from './can';
import {dateIn, minuteNow, minutesOf, shifted, weekOf} from './clock';
import {Columns} from './Columns';
import {DayBar} from './DayBar';
import {SessionPanel} from './SessionPanel';
import {usePlace, type Place} from './StaffPage';
import {useMoving} from './useMoving';
import {useStaffWords} from './words';

/** A therapist's week, wherever they work. */
export default function WeekPage() {
  const place = usePlace();
  return place?.therapistId ? <Week place={place} therapistId={place.therapistId} /> : null;
}

function Week({place, therapistId}: {place: Place; therapistId: string}) {
  const {t, language} = useStaffWords();
  const search = useSearch({from: '/staff/week'});
  const navigate = useNavigate({from: '/staff/week'});
  const now = useNow();
  const today = dateOf(new Date(now), place.zone);
  const date = search.date ?? today;
  const shown = useQuery(week(therapistId, weekOf(date)));
  const {move, pending, notices} = useMoving(place.zone);
  const go = (change: Partial<typeof search>) => void navigate({search: (former) => ({...former, ...change}), replace: true});
  const days = shown.data?.days ?? [];
  const sessions = days.flatMap((one) => one.sessions).filter(takesTime);
  const open = sessions.find((one) => keyOf(one) === search.open);
  return (
    <>
      <PageTitle title={t('week')} hidden />
      <div className="mb-3">
        <DayBar date={date} today={today} step={7} onChange={(chosen) => go({date: chosen === today ? undefined : chosen, open: undefined})} />
      </div>
      {notices}
      {shown.isError && !shown.data ? (
        <Failed error={shown.error} retry={() => void shown.refetch()} />
      ) : shown.isPending ? (
        <Loading>
          <Skeleton className="h-[60dvh]" />
        </Loading>
      ) : (
        <Columns
          key={weekOf(date)}
          label={t('weekOf', {day: shortDay(`${days[0]?.date}T12:00:00Z`, 'UTC', language)})}
          columns={days.map((one) => ({
            id: one.date,
            name: `${weekday(`${one.date}T12:00:00Z`, 'UTC', language)} ${shortDay(`${one.date}T12:00:00Z`, 'UTC', language)}`,
            open: one.shifts.map(({from, to}) => ({from: minutesOf(from), to: minutesOf(to) || 24 * 60})),
          }))}
          blocks={sessions.map((one) =>
            blockOf(one, {
              column: dateIn(one.start),
              now,
              times: `${hour(one.start, one.zone, language)}–${hour(one.end, one.zone, language)}`,
              below: one.roomName,
              status: t(`status.${one.status}`),
              nobody: t('nobody'),
            }),
          )}
          now={days.some((one) => one.date === today) ? {minute: minuteNow(now, place.zone), column: today} : undefined}
          open={search.open}
          onOpen={(id) => go({open: id})}
          onMove={(id, column, from) => {
            const sitting = sessions.find((one) => keyOf(one) === id);
            if (sitting) move({sitting, column, from, to: {start: shifted(sitting.start, column, from)}});
          }}
          pending={pending}
        />
      )}
      {open && <SessionPanel sitting={open} place={place} therapists={[{id: open.therapistId, name: open.therapistName}]} rooms={[]} onClose={() => go({open: undefined})} />}
    </>
  );
}
