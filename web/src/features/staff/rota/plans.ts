import type {Therapist} from '../../../api/catalogue';
import type {RotaRequest} from '../../../api/practice';
import {minutesAt} from '../clock';

export const DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY', 'SATURDAY', 'SUNDAY'] as const;
export type Day = (typeof DAYS)[number];

/** Wall-clock times, 09:15; as an end, 00:00 is the end of the day. */
export type Stretch = {from: string; to: string};

/** The hours of a week at one clinic, in some part of the year or always. A break is what lies between two stretches. */
export type Plan = {clinicId: string; validFrom?: string; validUntil?: string; days: Record<Day, Stretch[]>};
export type OtherDay = {clinicId: string; date: string; hours: Stretch[]};
export type Rules = {
  dailyCap?: number;
  bufferBeforeMinutes?: number;
  bufferAfterMinutes?: number;
  minimiseGaps: boolean;
  cluster: boolean;
  lookBusyPercent: number;
};
/** A rota as it is edited. */
export type Draft = {plans: Plan[]; others: OtherDay[]; rules: Rules};

export const noHours = (): Plan['days'] => Object.fromEntries(DAYS.map((day) => [day, []])) as unknown as Plan['days'];

const short = (time: string) => time.slice(0, 5);
const shortened = ({from, to}: Stretch): Stretch => ({from: short(from), to: short(to)});

/** @param clinicId whose hours there shall be, if there are none */
export function draftOf({rota}: Pick<Therapist, 'rota'>, clinicId: string): Draft {
  const plans: Plan[] = [];
  for (const {clinicId: at, day, hours, validFrom, validUntil} of rota.weekly) {
    let plan = plans.find((one) => one.clinicId === at && one.validFrom === (validFrom ?? undefined) && one.validUntil === (validUntil ?? undefined));
    if (!plan) {
      plan = {clinicId: at, ...(validFrom && {validFrom}), ...(validUntil && {validUntil}), days: noHours()};
      plans.push(plan);
    }
    plan.days[day].push(shortened(hours));
  }
  if (!plans.some((plan) => plan.clinicId === clinicId)) plans.unshift({clinicId, days: noHours()});
  for (const plan of plans) for (const day of DAYS) plan.days[day].sort((one, other) => one.from.localeCompare(other.from));
  const others = rota.overrides.map(({clinicId: at, date, hours}) => ({clinicId: at, date, hours: hours.map(shortened)}));
  others.sort((one, other) => one.date.localeCompare(other.date));
  const {dailyCap, bufferBeforeMinutes, bufferAfterMinutes, minimiseGaps, cluster, lookBusyPercent} = rota.rules as Partial<Rules>;
  const rules: Rules = {minimiseGaps: minimiseGaps ?? false, cluster: cluster ?? false, lookBusyPercent: lookBusyPercent ?? 0};
  if (dailyCap != null) rules.dailyCap = dailyCap;
  if (bufferBeforeMinutes != null) rules.bufferBeforeMinutes = bufferBeforeMinutes;
  if (bufferAfterMinutes != null) rules.bufferAfterMinutes = bufferAfterMinutes;
  return {plans, others, rules};
}

/** Where on the page something stands: of a plan's day or of another date, the stretch by its place. */
export const placeOf = (list: 'plans' | 'others', index: number, day: Day | '', stretch: number) => `${list}.${index}.${day}.${stretch}`;

/** What is sent, and which place on the page each part of it has: {@code weekly[3]} → {@code plans.0.MONDAY.1}. */
export function requestOf({plans, others, rules}: Draft): {request: RotaRequest; places: Map<string, string>} {
  const places = new Map<string, string>();
  const weekly: RotaRequest['weekly'] = [];
  plans.forEach((plan, index) => {
    for (const day of DAYS) {
      plan.days[day].forEach((hours, stretch) => {
        places.set(`weekly[${weekly.length}]`, placeOf('plans', index, day, stretch));
        const {clinicId, validFrom, validUntil} = plan;
        weekly.push({clinicId, day, hours, ...(validFrom && {validFrom}), ...(validUntil && {validUntil})});
      });
    }
  });
  others.forEach(({hours}, index) => {
    places.set(`overrides[${index}]`, placeOf('others', index, '', 0));
    hours.forEach((_, stretch) => places.set(`overrides[${index}].hours[${stretch}]`, placeOf('others', index, '', stretch)));
  });
  return {request: {weekly, overrides: others, rules}, places};
}

/** The server's findings by place on the page; what has no place there stands under its own name. */
export function byPlace(found: Map<string, string>, places: Map<string, string>): Map<string, string> {
  return new Map(
    [...found].map(([field, message]) => {
      for (let part = field; part; part = part.replace(/(\.[^.[]*|\[\d+])$/, '')) {
        const place = places.get(part);
        if (place) return [place, message] as const;
        if (!/(\.[^.[]*|\[\d+])$/.test(part)) break;
      }
      return [field, message] as const;
    }),
  );
}

export type Wrong = 'order' | 'grid' | 'overlap' | 'incomplete';

/** What can be seen to be wrong before anything is sent; undefined if nothing. */
export function wrongWith(stretch: Stretch, others: Stretch[]): Wrong | undefined {
  if (!stretch.from || !stretch.to) return 'incomplete';
  const [from, to] = spanOf(stretch);
  if (from % 5 !== 0 || to % 5 !== 0) return 'grid';
  if (to <= from) return 'order';
  const overlaps = others.some((other) => {
    if (other === stretch || !other.from || !other.to) return false;
    const [begins, ends] = spanOf(other);
    return begins < to && from < ends;
  });
  return overlaps ? 'overlap' : undefined;
}

const spanOf = ({from, to}: Stretch): [number, number] => [minutesAt(from), minutesAt(to) || 24 * 60];

/** Everything that is wrong on the page, by place. */
export function wrongs({plans, others}: Draft): Map<string, Wrong> {
  const all = new Map<string, Wrong>();
  const look = (hours: Stretch[], place: (stretch: number) => string) =>
    hours.forEach((stretch, index) => {
      const wrong = wrongWith(stretch, hours);
      if (wrong) all.set(place(index), wrong);
    });
  plans.forEach((plan, index) => DAYS.forEach((day) => look(plan.days[day], (stretch) => placeOf('plans', index, day, stretch))));
  others.forEach(({hours}, index) => look(hours, (stretch) => placeOf('others', index, '', stretch)));
  return all;
}

/** Splits hours by a break of half an hour in their middle; too short ones stay as they are. */
export function withBreak(stretch: Stretch): Stretch[] {
  const [from, to] = spanOf(stretch);
  if (to - from < 90) return [stretch];
  const middle = Math.round((from + to) / 2 / 30) * 30;
  const written = (minutes: number) => `${String(Math.floor(minutes / 60) % 24).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;
  return [
    {from: stretch.from, to: written(middle)},
    {from: written(middle + 30), to: stretch.to},
  ];
}

/** How long one works in a week, in minutes, as far as it can be read. */
export const minutesIn = (days: Plan['days']): number =>
  DAYS.flatMap((day) => days[day]).reduce((sum, stretch) => {
    const [from, to] = stretch.from && stretch.to ? spanOf(stretch) : [0, 0];
    return sum + Math.max(0, to - from);
  }, 0);
