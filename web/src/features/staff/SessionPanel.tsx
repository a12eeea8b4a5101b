import {useState, type FormEvent} from 'react';
import {useMutation, useQuery, useQueryClient} from '@tanstack/react-query';
import {
  arrive,
  cancelBooking,
  changeRoom,
  complete,
  feeOfCancelling,
  miss,
  reschedule,
  type Move,
  type Sitting,
} from '../../api/desk';
import {money} from '../../lib/money';
import {hour, when} from '../../lib/time';
import {useNow} from '../../lib/useNow';
import {Facts} from '../../ui/Bits';
import {Button} from '../../ui/Button';
import {Field, Select} from '../../ui/Field';
import {Failed, Notice, Skeleton} from '../../ui/States';
import {can} from './can';
import {clock, dateIn, minutesOf, shifted} from './clock';
import {Happened, Told} from './desk/Told';
import {Intake, Notes} from './Notes';
import {Refused} from './Refused';
import {Dialog} from '../../ui/Dialog';
import type {Place} from './StaffPage';
import {useStaffWords} from './words';

type Props = {
  sitting: Sitting;
  place: Place;
  /** To whom and where it can be moved; empty where only its own therapist looks. */
  therapists: {id: string; name: string}[];
  rooms: {id: string; name: string}[];
  onClose: () => void;
};

/** All of one session, and what can be done with it. */
export function SessionPanel({sitting, place, therapists, rooms, onClose}: Props) {
  const {t, language} = useStaffWords();
  const treats = sitting.therapistId === place.therapistId;
  return (
    <Dialog side title={sitting.client.name || t('nobody')} onClose={onClose}>
      <p className="text-lg">
        {when(sitting.start, sitting.zone, language)}–{hour(sitting.end, sitting.zone, language)}
      </p>
      <Facts
        facts={[
          [t('what'), `${sitting.treatmentName}, ${t('minutes', {minutes: sitting.lengthMinutes})}`],
          [t('with'), sitting.therapistName],
          [t('room'), sitting.roomName],
          ...(sitting.equipment.length > 0 ? [[t('equipment'), sitting.equipment.map(({name}) => name).join(', ')] as [string, string]] : []),
          [t('phone'), sitting.client.phone ? <a className="link" href={`tel:${sitting.client.phone}`}>{sitting.client.phone}</a> : '–'],
          [t('reference'), <span className="tab-figures">{sitting.reference}</span>],
          [t('price'), sitting.price ? money(sitting.price, language) : '–'],
          [t('standing'), t(`status.${sitting.status}`)],
          ...(sitting.fee && sitting.fee.cents > 0 ? [[t('fee'), money(sitting.fee, language)] as [string, string]] : []),
          ...(sitting.of > 1 ? [[t('visit'), t('partOf', {number: sitting.number, of: sitting.of})] as [string, string]] : []),
        ]}
      />
      {sitting.note && <p className="mb-3 rounded-lg bg-clay-tint p-3">{sitting.note}</p>}
      <Attendance sitting={sitting} />
      {therapists.length > 0 && <MoveForm key={sitting.version} sitting={sitting} therapists={therapists} />}
      {rooms.length > 0 && <RoomForm key={sitting.roomId} sitting={sitting} rooms={rooms} />}
      <Cancelling sitting={sitting} />
      {place.desk && (
        <>
          <Told sitting={sitting} />
          <Happened sitting={sitting} />
        </>
      )}
      {treats && (
        <>
          <Intake sitting={sitting} />
          <Notes sitting={sitting} />
        </>
      )}
    </Dialog>
  );
}

/** Arrived, took place, did not come. */
export function Attendance({sitting}: {sitting: Sitting}) {
  const {t} = useStaffWords();
  const client = useQueryClient();
  const now = useNow();
  const acting = useMutation({mutationFn: (act: typeof arrive) => act(client, sitting)});
  const acts = [
    {act: arrive, can: can.arrive, words: t('arrive')},
    {act: complete, can: can.complete, words: t('complete')},
    {act: miss, can: can.miss, words: t('miss')},
  ];
  const first = acts.findIndex((one) => one.can(sitting, now));
  return (
    <div className="my-3">
      <div className="flex flex-wrap gap-2">
        {acts.map((one, index) => (
          <Button
            key={one.words}
            look={index === first ? 'primary' : 'ghost'}
            className="px-4 py-1.5"
            disabled={!one.can(sitting, now)}
            busy={acting.isPending && acting.variables === one.act}
            onClick={() => acting.mutate(one.act)}
          >
            {one.words}
          </Button>
        ))}
      </div>
      {acting.isError && (
        <div className="mt-3">
          <Refused error={acting.error} zone={sitting.zone} onClose={acting.reset} />
        </div>
      )}
    </div>
  );
}

/** The same as dragging it, for the keyboard and for fingers. */
function MoveForm({sitting, therapists}: {sitting: Sitting; therapists: Props['therapists']}) {
  const {t} = useStaffWords();
  const client = useQueryClient();
  const now = useNow();
  const [date, setDate] = useState(dateIn(sitting.start));
  const [time, setTime] = useState(clock(minutesOf(sitting.start)));
  const [therapistId, setTherapist] = useState(sitting.therapistId);
  const moving = useMutation({mutationFn: (to: Move) => reschedule(client, sitting, to)});
  if (!can.move(sitting, now)) return null;
  const wish = (): Move => {
    const [hours = 0, minutes = 0] = time.split(':').map(Number);
    return {
      start: shifted(sitting.start, date, hours * 60 + minutes),
      ...(therapistId !== sitting.therapistId && {therapistId}),
    };
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    moving.mutate(wish());
  };
  return (
    <details className="border-t border-line py-2">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('move')}</summary>
      <form className="mt-1 grid grid-cols-2 gap-3" onSubmit={submit}>
        <Field label={t('date')} type="date" required value={date} onChange={(event) => setDate(event.target.value)} />
        <Field label={t('time')} type="time" step={300} required value={time} onChange={(event) => setTime(event.target.value)} />
        {sitting.of === 1 && (
          <div className="col-span-2">
            <Select label={t('with')} value={therapistId} onChange={setTherapist} choices={therapists.map(({id, name}) => ({value: id, label: name}))} />
          </div>
        )}
        <Button type="submit" busy={moving.isPending} className="col-span-2">
          {t('moveHere')}
        </Button>
      </form>
      {moving.isError && (
        <div className="mt-3">
          <Refused
            error={moving.error}
            zone={sitting.zone}
            names={new Map(therapists.map(({id, name}) => [id, name]))}
            onInstead={(one) => moving.mutate({start: one.start, therapistId: one.therapistId})}
            onFee={(how) => moving.mutate({...moving.variables!, ...how})}
            onClose={moving.reset}
          />
        </div>
      )}
    </details>
  );
}

function RoomForm({sitting, rooms}: {sitting: Sitting; rooms: Props['rooms']}) {
  const {t} = useStaffWords();
  const client = useQueryClient();
  const now = useNow();
  const [roomId, setRoom] = useState(sitting.roomId);
  const changing = useMutation({mutationFn: () => changeRoom(client, sitting, roomId, sitting.number)});
  if (!can.changeRoom(sitting, now) || rooms.length < 2) return null;
  return (
    <details className="border-t border-line py-2">
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('otherRoom')}</summary>
      <form
        className="mt-1 flex items-end gap-3"
        onSubmit={(event) => {
          event.preventDefault();
          changing.mutate();
        }}
      >
        <div className="grow">
          <Select label={t('room')} value={roomId} onChange={setRoom} choices={rooms.map(({id, name}) => ({value: id, label: name}))} />
        </div>
        <Button type="submit" disabled={roomId === sitting.roomId} busy={changing.isPending}>
          {t('change')}
        </Button>
      </form>
      {changing.isError && (
        <div className="mt-3">
          <Refused error={changing.error} zone={sitting.zone} onClose={changing.reset} />
        </div>
      )}
    </details>
  );
}

/** What it costs is said first. */
function Cancelling({sitting}: {sitting: Sitting}) {
  const {t, language} = useStaffWords();
  const client = useQueryClient();
  const now = useNow();
  const [asked, setAsked] = useState(false);
  const fee = useQuery({...feeOfCancelling(sitting), enabled: asked});
  const cancelling = useMutation({
    mutationFn: (how: Parameters<typeof cancelBooking>[2]) => cancelBooking(client, sitting, how),
  });
  if (!can.cancel(sitting, now)) return null;
  const cents = fee.data?.fee?.cents ?? 0;
  return (
    <details className="border-y border-line py-2" onToggle={(event) => setAsked(event.currentTarget.open)}>
      <summary className="min-h-11 cursor-pointer content-center font-semibold">{t('cancel')}</summary>
      {fee.isError ? (
        <Failed error={fee.error} retry={() => void fee.refetch()} />
      ) : !fee.data ? (
        <Skeleton className="h-20" />
      ) : (
        <Notice tone={cents > 0 ? 'hold' : 'calm'} title={cents > 0 ? t('costs', {fee: money(fee.data.fee!, language)}) : t('costsNothing')}>
          <div className="mt-3 flex flex-wrap gap-2">
            <Button look="stop" busy={cancelling.isPending} onClick={() => cancelling.mutate({acceptedFeeCents: cents})}>
              {cents > 0 ? t('cancelFor', {fee: money(fee.data.fee!, language)}) : t('cancelNow')}
            </Button>
            {cents > 0 && (
              <Button look="ghost" busy={cancelling.isPending} onClick={() => cancelling.mutate({override: {reason: 'GOODWILL'}})}>
                {t('waive')}
              </Button>
            )}
          </div>
        </Notice>
      )}
      {cancelling.isError && (
        <div className="mt-3">
          <Refused error={cancelling.error} zone={sitting.zone} onFee={cancelling.mutate} onClose={cancelling.reset} />
        </div>
      )}
    </details>
  );
}
