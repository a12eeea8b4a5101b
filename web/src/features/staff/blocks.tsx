import type {Sitting, Status} from '../../api/desk';
import {can} from './can';
import {minutesOf} from './clock';
import type {Block} from './Columns';

/** A visit of several sessions has several blocks. */
export const keyOf = (one: {bookingId: string; number: number}) => `${one.bookingId}/${one.number}`;

const tones: Record<Status, Block['tone']> = {
  HELD: 'held',
  CONFIRMED: 'booked',
  ARRIVED: 'here',
  COMPLETED: 'done',
  NO_SHOW: 'missed',
  CANCELLED: 'done',
  EXPIRED: 'done',
};

type How = {column: string; now: number; times: string; below: string; status: string; nobody: string};

export function blockOf(one: Sitting, {column, now, times, below, status, nobody}: How): Block {
  const name = one.client.name || nobody;
  return {
    id: keyOf(one),
    column,
    from: minutesOf(one.start),
    to: minutesOf(one.start) + one.lengthMinutes,
    name: [times, name, one.treatmentName, one.therapistName, one.roomName, status].join(', '),
    tone: tones[one.status],
    movable: can.move(one, now) && one.of === 1,
    children: (
      <>
        <b className="truncate text-ink">{name}</b>
        <span className="tab-figures truncate">{times}</span>
        <span className="truncate">
          {one.treatmentName} · {below}
        </span>
        {one.status !== 'CONFIRMED' && <span className="truncate font-semibold">{status}</span>}
      </>
    ),
  };
}

const plain = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
const digits = (text: string) => text.replace(/\D/g, '');

/** By a part of the name, the phone's digits or the reference. */
export function fits({client, reference}: Sitting, sought: string): boolean {
  const wanted = plain(sought.trim());
  const number = digits(sought).replace(/^0+/, '');
  return (
    plain(client.name).includes(wanted) ||
    plain(reference).includes(wanted) ||
    (number.length >= 3 && client.phone !== undefined && digits(client.phone).includes(number))
  );
}
