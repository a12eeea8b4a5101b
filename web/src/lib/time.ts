// Times come as instants with the clinic's offset, and are shown by a zone's clock: the clinic's unless the visitor asks
// for their own.

type Shown = (time: string | Date, zone: string, language: string) => string;

/** Shows times in one style. A format is made once for each zone and language: that takes far longer than to show a time. */
function shown(style: Intl.DateTimeFormatOptions): Shown {
  const known = new Map<string, Intl.DateTimeFormat>();
  return (time, zone, language) => {
    const key = `${language} ${zone}`;
    let format = known.get(key);
    if (!format) known.set(key, (format = new Intl.DateTimeFormat(language, {...style, timeZone: zone})));
    return format.format(new Date(time));
  };
}

let mine: string | undefined;
export const visitorsZone = (): string => (mine ??= Intl.DateTimeFormat().resolvedOptions().timeZone);

/** 09:15, in every language by 24 hours unless it writes otherwise. */
export const hour = shown({hour: '2-digit', minute: '2-digit'});

/** Tuesday 24 November */
export const day = shown({weekday: 'long', day: 'numeric', month: 'long'});

/** Tue */
export const weekday = shown({weekday: 'short'});

/** 24 Nov */
export const shortDay = shown({day: 'numeric', month: 'short'});

/** Tuesday 24 November, 09:15 */
export const when = (time: string | Date, zone: string, language: string) =>
  `${day(time, zone, language)}, ${hour(time, zone, language)}`;

const monthAndYear = shown({month: 'short', year: 'numeric'});
/** Mar 2028, of a date without a time. */
export const monthOf = (date: string, language: string) => monthAndYear(date, 'UTC', language);

const calendarDay = shown({year: 'numeric', month: '2-digit', day: '2-digit'});
/** 2026-11-24: the date at that time by the zone's clock. */
export const dateOf = (time: string | Date, zone: string): string => calendarDay(time, zone, 'en-CA');

export type PartOfDay = 'MORNING' | 'AFTERNOON' | 'EVENING';

const hourOfDay = shown({hour: '2-digit', hourCycle: 'h23'});
/** As the API divides the day: before noon, before five, later. */
export function partOfDay(time: string | Date, zone: string): PartOfDay {
  const hours = Number(hourOfDay(time, zone, 'en-GB'));
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
  one !== other && (hour(time, one, 'en-GB') !== hour(time, other, 'en-GB') || dateOf(time, one) !== dateOf(time, other));

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
