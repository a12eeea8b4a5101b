import {useState} from 'react';
import {useQuery} from '@tanstack/react-query';
import {useNavigate, useSearch} from '@tanstack/react-router';
import {clinic, therapists} from '../../api/catalogue';
import {daySheet, type DaySheet, type Sitting} from '../../api/desk';
import {groupBy} from '../../lib/group';
import {dateOf, day, hour} from '../../lib/time';
import {useNow} from '../../lib/useNow';
import {Button} from '../../ui/Button';
import {OneChip} from '../../ui/Chips';
import {PageTitle} from '../../ui/Page';
import {Empty, Failed, Loading, Skeleton} from '../../ui/States';
import {blockOf, fits, keyOf} from './blocks';
import {takesTime} from './can';
import {minuteNow, minutesOf, shifted} from './clock';
import {Columns, type Block, type Column} from './Columns';
import {DayBar} from './DayBar';
import {SessionPanel} from './SessionPanel';
import {usePlace, type Place} from './StaffPage';
import {useMoving} from './useMoving';
import {useStaffWords} from './words';
import {WalkInForm} from './WalkInForm';

type By = 'therapist' | 'room';

/** The clinic's day, by who treats or by where. */
export default function CalendarPage() {
  const place = usePlace();
  return place ? <OfClinic key={place.clinicId} place={place} /> : null;
}

function OfClinic({place}: {place: Place}) {
  const {t, language} = useStaffWords();
  const search = useSearch({from: '/staff/calendar'});
  const navigate = useNavigate({from: '/staff/calendar'});
  const now = useNow();
  const today = dateOf(new Date(now), place.zone);
  const date = search.date ?? today;
  const by: By = search.by ?? 'therapist';
  const sheet = useQuery(daySheet({clinicId: place.clinicId}, date));
  const rooms = useQuery(clinic(place.clinicId)).data?.rooms ?? [];
  const listed = useQuery(therapists({clinicId: place.clinicId})).data?.therapists;
  const team = therapistColumns(sheet.data, new Map(listed?.map(({id, name}) => [id, name])));
  const [walkIn, setWalkIn] = useState(false);
  const {move, pending, notices} = useMoving(place.zone, new Map(team.map(({id, name}) => [id, name])));

  const go = (change: Partial<typeof search>) => void navigate({search: (former) => ({...former, ...change}), replace: true});
  const sessions = sheet.data?.sessions ?? [];
  const open = sessions.find((one) => keyOf(one) === search.open);
  const found = search.find ? sessions.filter((one) => fits(one, search.find!)) : sessions.filter(takesTime);
  const columns = by === 'room' ? roomColumns(rooms) : team;

  const letGo = (id: string, column: string, from: number) => {
    const sitting = sessions.find((one) => keyOf(one) === id);
    if (!sitting) return;
    if (by === 'room' && column !== sitting.roomId) move({sitting, column, from: minutesOf(sitting.start), to: {roomId: column}});
    else {
      const to = {start: shifted(sitting.start, date, from), ...(by === 'therapist' && column !== sitting.therapistId && {therapistId: column})};
      move({sitting, column, from, to});
    }
  };

  return (
    <>
      <PageTitle title={t('calendar')} hidden />
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <DayBar date={date} today={today} onChange={(next) => go({date: next === today ? undefined : next, open: undefined})} />
        <Button onClick={() => setWalkIn(true)}>{t('walkIn')}</Button>
      </div>
      <div className="mb-3 flex flex-wrap items-center justify-between gap-3">
        <OneChip
          legend={t('columns')}
          legendHidden
          chosen={by}
          choices={[
            {value: 'therapist', label: t('byTherapist')},
            {value: 'room', label: t('byRoom')},
          ]}
          onChange={(next: By) => go({by: next === 'therapist' ? undefined : next})}
        />
        <label className="w-64 grow sm:grow-0">
          <span className="sr-only">{t('find')}</span>
          <input
            type="search"
            className="input !min-h-11 !py-1.5 text-sm"
            placeholder={t('findHint')}
            value={search.find ?? ''}
            onChange={(event) => go({find: event.target.value || undefined})}
          />
        </label>
      </div>

      {notices}
      {sheet.isError && !sheet.data ? (
        <Failed error={sheet.error} retry={() => void sheet.refetch()} />
      ) : sheet.isPending ? (
        <Loading>
          <Skeleton className="h-[60dvh]" />
        </Loading>
      ) : columns.length === 0 ? (
        <Empty title={t('nobodyWorks')}>
          <p>{day(`${date}T12:00:00Z`, 'UTC', language)}</p>
        </Empty>
      ) : (
        <>
          {search.find && <p role="status" className="mb-2 text-muted">{t('foundOnDay', {count: found.length})}</p>}
          <Columns
            key={date}
            label={t('calendarOf', {day: day(`${date}T12:00:00Z`, 'UTC', language)})}
            columns={columns}
            blocks={found.filter((one) => columns.some(({id}) => id === columnOf(one, by))).map((one) => block(one, by))}
            now={date === today ? {minute: minuteNow(now, place.zone)} : undefined}
            open={search.open}
            onOpen={(id) => go({open: id})}
            onMove={letGo}
            pending={pending}
          />
          <p className="mt-2 text-xs text-muted">{t('dragHint')}</p>
        </>
      )}
      {open && <SessionPanel sitting={open} place={place} therapists={team} rooms={rooms} onClose={() => go({open: undefined})} />}
      {walkIn && (
        <WalkInForm
          place={place}
          onClose={() => setWalkIn(false)}
          onTaken={(taken) => {
            setWalkIn(false);
            go({date: undefined, find: undefined, open: `${taken.id}/1`});
          }}
        />
      )}
    </>
  );

  function block(one: Sitting, column: By): Block {
    return blockOf(one, {
      column: columnOf(one, column),
      now,
      times: `${hour(one.start, one.zone, language)}–${hour(one.end, one.zone, language)}`,
      below: column === 'therapist' ? one.roomName : one.therapistName,
      status: t(`status.${one.status}`),
      nobody: t('nobody'),
    });
  }
}

const columnOf = (one: Sitting, by: By) => (by === 'room' ? one.roomId : one.therapistId);
const roomColumns = (rooms: {id: string; name: string}[]): Column[] => rooms.map(({id, name}) => ({id, name, open: []}));

/** Who works on that day or has a session, by name. */
function therapistColumns(sheet: DaySheet | undefined, listed: Map<string, string>): Column[] {
  if (!sheet) return [];
  const names = new Map([...listed, ...sheet.sessions.map((one) => [one.therapistId, one.therapistName] as const)]);
  const shifts = groupBy(sheet.shifts, ({therapistId}) => therapistId);
  const ids = new Set([...shifts.keys(), ...sheet.sessions.filter(takesTime).map(({therapistId}) => therapistId)]);
  return [...ids]
    .map((id) => ({
      id,
      name: names.get(id) ?? id,
      open: (shifts.get(id) ?? []).map(({from, to}) => ({from: minutesOf(from), to: minutesOf(to) || 24 * 60})),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}
