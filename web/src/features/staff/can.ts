import type {Status} from '../../api/desk';

const HOUR = 3_600_000;
type Standing = {status: Status; start: string; end: string};

/** As the server decides; here only to grey out what would be refused. */
export const can = {
  arrive: ({status, start, end}: Standing, now: number) =>
    status === 'CONFIRMED' && now >= Date.parse(start) - HOUR && now < Date.parse(end),
  miss: ({status, start}: Standing, now: number) =>
    (status === 'CONFIRMED' || status === 'ARRIVED') && now >= Date.parse(start),
  complete: ({status, start}: Standing, now: number) =>
    (status === 'CONFIRMED' || status === 'ARRIVED' || status === 'NO_SHOW') && now >= Date.parse(start),
  move: ({status, start}: Standing, now: number) => status === 'CONFIRMED' && now < Date.parse(start),
  changeRoom: ({status, end}: Standing, now: number) =>
    (status === 'CONFIRMED' || status === 'ARRIVED') && now < Date.parse(end),
  cancel: ({status, start}: Standing, now: number) => status === 'CONFIRMED' && now < Date.parse(start),
  write: ({status}: Standing) => status === 'ARRIVED' || status === 'COMPLETED',
};

/** Whether it takes up anybody's time. */
export const takesTime = ({status}: {status: Status}) => status !== 'CANCELLED' && status !== 'EXPIRED';
