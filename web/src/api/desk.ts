import {keepPreviousData, queryOptions, type QueryClient} from '@tanstack/react-query';
import {api, told, version, type OfBooking, type OfTherapist, type ToBooking} from './client';
import type {components} from './booking.gen';
import type {Booking} from './bookings';

// What those who work at a clinic see and do.

export type Membership = Omit<OfTherapist<'Membership'>, 'therapistId'> & {therapistId?: string};
export type Status = 'HELD' | 'CONFIRMED' | 'CANCELLED' | 'EXPIRED' | 'ARRIVED' | 'COMPLETED' | 'NO_SHOW';

/** A session on a day sheet; times have the clinic's offset. */
export type Sitting = Omit<OfBooking<'SheetSession'>, 'status' | 'note'> & {status: Status; note?: string};
export type Shift = OfBooking<'ShiftView'>;
export type DaySheet = Omit<OfBooking<'DaySheetView'>, 'sessions'> & {sessions: Sitting[]};

/** Whether we hear of each change as it happens. */
let hearing = false;

export function hear(now: boolean) {
  hearing = now;
}

/** What others change appears at once while we hear of it, else after this long without anybody doing anything. */
const LIVE = {staleTime: 5_000, refetchInterval: () => (hearing ? false : 15_000) as number | false, refetchOnWindowFocus: true};

export const me = queryOptions({
  queryKey: ['me'],
  queryFn: async () => {
    const {person, name, memberships, platformAdmin, version: seen} = await told(api.GET('/api/v1/me'));
    return {person, name, memberships: memberships as Membership[], platformAdmin, version: seen};
  },
  staleTime: 5 * 60_000,
});

/** A clinic's day, or a therapist's wherever they work. */
export const daySheet = (of: {clinicId: string} | {therapistId: string}, date: string) =>
  queryOptions({
    queryKey: ['desk', 'day', of, date],
    queryFn: async () =>
      (await told(api.GET('/api/v1/day-sheets', {params: {query: {...of, date}}}))) as DaySheet,
    placeholderData: keepPreviousData,
    ...LIVE,
  });

/** @param week as ISO 8601 counts them: 2026-W48 */
export const week = (therapistId: string, week: string) =>
  queryOptions({
    queryKey: ['desk', 'week', therapistId, week],
    queryFn: async () =>
      (await told(api.GET('/api/v1/weeks', {params: {query: {therapistId, week}}}))) as {days: DaySheet[]},
    placeholderData: keepPreviousData,
    ...LIVE,
  });

/** Which booking is meant, and as which version it was seen. */
export type Seen = {bookingId: string; version: number};
const change = (seen: Seen) => ({params: {path: {id: seen.bookingId}, header: version(seen.version)}});

async function changed(client: QueryClient, answer: Promise<{data?: components['schemas']['BookingView']}>): Promise<Booking> {
  try {
    return await told(answer);
  } finally {
    // Also after a "no": it says that what is shown here is old.
    await client.invalidateQueries({queryKey: ['desk']});
  }
}

export const arrive = (client: QueryClient, seen: Seen) =>
  changed(client, api.PUT('/api/v1/bookings/{id}/arrival', change(seen)));
export const complete = (client: QueryClient, seen: Seen) =>
  changed(client, api.PUT('/api/v1/bookings/{id}/completion', change(seen)));
export const miss = (client: QueryClient, seen: Seen) =>
  changed(client, api.PUT('/api/v1/bookings/{id}/no-show', change(seen)));

export type Move = ToBooking<'ScheduleRequest'>;
export const reschedule = (client: QueryClient, seen: Seen, to: Move) =>
  changed(client, api.PUT('/api/v1/bookings/{id}/schedule', {...change(seen), body: to}));

export const changeRoom = (client: QueryClient, seen: Seen, roomId: string, session: number) =>
  changed(client, api.PUT('/api/v1/bookings/{id}/room', {...change(seen), body: {roomId, session}}));

/** What the client would owe if this were cancelled now. */
export const feeOfCancelling = (seen: Seen) =>
  queryOptions({
    queryKey: ['desk', 'fee', seen.bookingId, seen.version],
    queryFn: () => told(api.GET('/api/v1/bookings/{id}/cancellation', {params: {path: {id: seen.bookingId}}})),
    staleTime: 0,
  });

export const cancelBooking = (client: QueryClient, seen: Seen, how: ToBooking<'CancellationRequest'>) =>
  changed(client, api.PUT('/api/v1/bookings/{id}/cancellation', {...change(seen), body: how}));

export type WalkIn = ToBooking<'WalkInRequest'>;
export const walkIn = (client: QueryClient, wish: WalkIn, key: string) =>
  changed(client, api.POST('/api/v1/bookings/walk-ins', {params: {header: {'Idempotency-Key': key}}, body: wish}));

export type SessionNotes = OfBooking<'SessionNotes'>;
export type NoteRequest = ToBooking<'SessionNoteRequest'>;

/** What was written of those treated in this visit; that it was read is on record. */
export const notes = (bookingId: string) =>
  queryOptions({
    queryKey: ['desk-notes', bookingId],
    queryFn: async () => (await told(api.GET('/api/v1/bookings/{id}/notes', {params: {path: {id: bookingId}}}))).sessions,
    staleTime: 60_000,
    gcTime: 0,
  });

export async function writeNote(client: QueryClient, bookingId: string, session: number, seen: number, note: NoteRequest) {
  try {
    await told(
      api.PUT('/api/v1/bookings/{id}/sessions/{number}/note', {
        params: {path: {id: bookingId, number: session}, header: version(seen)},
        body: note,
      }),
    );
  } finally {
    await client.invalidateQueries({queryKey: ['desk-notes', bookingId]});
  }
}

/** What is known of the clients' bodies for this visit; that it was read is on record. */
export const intakes = (bookingId: string) =>
  queryOptions({
    queryKey: ['desk-intake', bookingId],
    queryFn: async () => (await told(api.GET('/api/v1/bookings/{id}/intake', {params: {path: {id: bookingId}}}))).intakes,
    staleTime: 60_000,
    gcTime: 0,
  });

/** Dates by the clinic's calendar, the last one included. */
export type Period = {clinicId: string; from: string; to: string};

/** How much of each therapist's time was booked. */
export const utilisation = (of: Period) =>
  queryOptions({
    queryKey: ['reports', 'utilisation', of],
    queryFn: async () =>
      (
        (await told(api.GET('/api/v1/reports/utilisation', {params: {query: {...of, groupBy: 'THERAPIST'}}}))) as {
          rows: {group: string; name: string; sessions: number; bookedMinutes: number; workingMinutes: number}[];
        }
      ).rows,
    staleTime: 60_000,
  });

export type RevenueBy = 'DAY' | 'THERAPIST' | 'TREATMENT';

/** What came in, by day, therapist or technique. */
export const revenue = (of: Period, groupBy: RevenueBy) =>
  queryOptions({
    queryKey: ['reports', 'revenue', of, groupBy],
    queryFn: async () =>
      (
        (await told(api.GET('/api/v1/reports/revenue', {params: {query: {...of, groupBy}}}))) as {
          rows: {group: string; name: string; currency: string; sessions: number; totalCents: number; expectedCents: number}[];
        }
      ).rows,
    staleTime: 60_000,
  });

/** How many of those who were due did not come, by therapist. */
export const noShows = (of: Period) =>
  queryOptions({
    queryKey: ['reports', 'no-shows', of],
    queryFn: async () =>
      (
        (await told(api.GET('/api/v1/reports/no-shows', {params: {query: {...of, groupBy: 'THERAPIST'}}}))) as {
          rows: {group: string; name: string; due: number; missed: number}[];
        }
      ).rows,
    staleTime: 60_000,
  });
