import {dateOf, hour, plusDays} from '../../lib/time';

// The API tells times with the clinic's offset: what stands in them is what the clinic's clock shows.

/** Minutes since midnight by the clinic's clock. */
export const minutesOf = (time: string) => Number(time.slice(11, 13)) * 60 + Number(time.slice(14, 16));

/** The minute since midnight that a zone's clock shows at an instant. */
export function minuteNow(now: number, zone: string): number {
  const [hours = 0, minutes = 0] = hour(new Date(now), zone, 'en-GB').split(':').map(Number);
  return hours * 60 + minutes;
}

/** The date by the clinic's clock. */
export const dateIn = (time: string) => time.slice(0, 10);

/** 09:15 */
export const clock = (minutes: number) =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/**
 * The instant at which the clinic's clock shows these minutes of that date, seen from a time with its offset. Both are
 * taken to be on one side of a change of the clocks; where they aren't, the server's answer shows what was understood.
 */
export function shifted(start: string, date: string, minutes: number): string {
  const wall = (day: string, minute: number) => Date.parse(`${day}T00:00:00Z`) + minute * 60_000;
  const offset = wall(dateIn(start), minutesOf(start)) - Date.parse(start);
  return new Date(wall(date, minutes) - offset).toISOString();
}

/** The Monday of that date's week. */
export const mondayOf = (date: string) => plusDays(date, -((new Date(`${date}T00:00:00Z`).getUTCDay() + 6) % 7));

/** 2026-W48, as ISO 8601 counts: the week belongs to the year of its Thursday. */
export function weekOf(date: string): string {
  const thursday = plusDays(mondayOf(date), 3);
  const year = thursday.slice(0, 4);
  const days = (Date.parse(thursday) - Date.parse(`${year}-01-01`)) / 86_400_000;
  return `${year}-W${String(Math.floor(days / 7) + 1).padStart(2, '0')}`;
}

/** The instant at which a zone's clock shows these minutes of that date; of a time that is skipped, the next one. */
export function instantOf(date: string, minutes: number, zone: string): string {
  const wall = Date.parse(`${date}T00:00:00Z`) + minutes * 60_000;
  const ahead = (at: number) => {
    const shown = Date.parse(`${dateOf(new Date(at), zone)}T00:00:00Z`) + minuteNow(at, zone) * 60_000;
    return shown - Math.floor(at / 60_000) * 60_000;
  };
  const guess = wall - ahead(wall);
  return new Date(wall - ahead(guess)).toISOString();
}

/** 09:15 → 555 */
export function minutesAt(clockTime: string): number {
  const [hours = 0, minutes = 0] = clockTime.split(':').map(Number);
  return hours * 60 + minutes;
}
