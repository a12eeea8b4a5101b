// Times come as instants with the clinic's offset, and are shown by a zone's clock: the clinic's unless the visitor asks
// for their own.

const formats = new Map<string, Intl.DateTimeFormat>();

function format(language: string, zone: string, style: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
  const key = language + zone + JSON.stringify(style);
  const known = formats.get(key);
  if (known) return known;
  const made = new Intl.DateTimeFormat(language, {...style, timeZone: zone});
  formats.set(key, made);
  return made;
}

export const visitorsZone = (): string => Intl.DateTimeFormat().resolvedOptions().timeZone;

/** 09:15, in every language by 24 hours unless it writes otherwise. */
export const hour = (time: string | Date, zone: string, language: string) =>
  format(language, zone, {hour: '2-digit', minute: '2-digit'}).format(new Date(time));

/** Tuesday 24 November */
export const day = (time: string | Date, zone: string, language: string) =>
  format(language, zone, {weekday: 'long', day: 'numeric', month: 'long'}).format(new Date(time));

/** Tue */
export const weekday = (time: string | Date, zone: string, language: string) =>
  format(language, zone, {weekday: 'short'}).format(new Date(time));

/** 24 Nov */
export const shortDay = (time: string | Date, zone: string, language: string) =>
  format(language, zone, {day: 'numeric', month: 'short'}).format(new Date(time));

/** Tuesday 24 November, 09:15 */
export const when = (time: string | Date, zone: string, language: string) =>
  `${day(time, zone, language)}, ${hour(time, zone, language)}`;

/** Mar 2028, of a date without a time. */
export const monthOf = (date: string, language: string) =>
  format(language, 'UTC', {month: 'short', year: 'numeric'}).format(new Date(date));

/** 2026-11-24: the date at that time by the zone's clock. */
export const dateOf = (time: string | Date, zone: string): string =>
  format('en-CA', zone, {year: 'numeric', month: '2-digit', day: '2-digit'}).format(new Date(time));

export type PartOfDay = 'MORNING' | 'AFTERNOON' | 'EVENING';

/** As the API divides the day: before noon, before five, later. */
export function partOfDay(time: string | Date, zone: string): PartOfDay {
  const hours = Number(format('en-GB', zone, {hour: '2-digit', hourCycle: 'h23'}).format(new Date(time)));
  if (hours < 12) return 'MORNING';
  return hours < 17 ? 'AFTERNOON' : 'EVENING';
}

/** The date so many days later. */
export function plusDays(date: string, days: number): string {
  const moved = new Date(`${date}T00:00:00Z`);
  moved.setUTCDate(moved.getUTCDate() + days);
  return moved.toISOString().slice(0, 10);
}

/** Whether the two zones' clocks show different times at that moment. */
export const differ = (one: string, other: string, time: string | Date) =>
  hour(time, one, 'en-GB') !== hour(time, other, 'en-GB') || dateOf(time, one) !== dateOf(time, other);

/** Europe/Berlin → Berlin */
export const cityOf = (zone: string) => (zone.split('/').pop() ?? zone).replaceAll('_', ' ');

/** 9:42 */
export function countdown(milliseconds: number): string {
  const seconds = Math.max(0, Math.ceil(milliseconds / 1000));
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}

/** The instant at which the zone's clock shows this, as the API takes it. Where the clock skips it, an hour later. */
export function instantOf(date: string, time: string, zone: string): string {
  const asUtc = new Date(`${date}T${time}:00Z`).getTime();
  const shows = (instant: number) => new Date(`${dateOf(new Date(instant), zone)}T${hour(new Date(instant), zone, 'en-GB')}:00Z`).getTime();
  let instant = asUtc;
  for (let tries = 0; tries < 2; tries++) instant += asUtc - shows(instant);
  return new Date(instant).toISOString();
}
