import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {keep, kept} from '../lib/kept';
import {api, newKey, told, version, type OfBooking, type ToBooking} from './client';
import {Problem} from './problem';

export type Booking = OfBooking<'BookingView'>;
export type Cost = OfBooking<'CostView'>;
export type Question = OfBooking<'Question'>;

/** A guest shows that a booking is theirs by the pass that came with it, or by the one their link was exchanged for. */
export const passOf = (bookingId: string) => kept<string>(`pass:${bookingId}`);
export const keepPass = (bookingId: string, pass: string) => keep(`pass:${bookingId}`, pass);
const withPass = (id: string): Record<string, string> => {
  const pass = passOf(id);
  return pass ? {'Guest-Pass': pass} : {};
};

export const booking = (id: string) =>
  queryOptions({
    queryKey: ['booking', id],
    queryFn: () => told(api.GET('/api/v1/bookings/{id}', {params: {path: {id}}, headers: withPass(id)})),
    staleTime: 10_000,
  });

/** What a page shows from now on: an answer is newer than what was known. */
function remember(client: QueryClient, changed: Booking): Booking {
  client.setQueryData(booking(changed.id).queryKey, changed);
  void client.invalidateQueries({queryKey: ['free']});
  void client.invalidateQueries({queryKey: ['visits']});
  return changed;
}

/** Holds a slot, or books it. The same wish sent again, also after a reload, makes nothing new. */
export async function book(client: QueryClient, wish: ToBooking<'BookingRequest'>): Promise<Booking> {
  const name = `key:${JSON.stringify(wish)}`;
  const key = kept<string>(name) ?? newKey();
  keep(name, key);
  const answer = await api.POST('/api/v1/bookings', {params: {header: {'Idempotency-Key': key}}, body: wish});
  const made = answer.data as Booking;
  const pass = answer.response.headers.get('Guest-Pass');
  if (pass) keepPass(made.id, pass);
  return remember(client, made);
}

const change = ({id, version: number}: Booking) => ({params: {path: {id}, header: version(number)}, headers: withPass(id)});

/** What somebody answers before a massage; with a doctor's word where one had to be asked. */
export type Answers = {has: string[]; doctor?: {name: string; on: string}};

/** Books what is held. What speaks against it comes as a {@link Problem}; see {@link stopped}. */
export const confirm = async (client: QueryClient, held: Booking, screening: Answers) =>
  remember(client, await told(api.PUT('/api/v1/bookings/{id}/confirmation', {...change(held), body: {screening}})));

export type Finding = OfBooking<'FindingView'>;

/** What the answers led to, if that is why something was refused. */
export type Stopped = {
  why: 'screening-stop' | 'doctor-needed' | 'not-this-technique';
  findings: Finding[];
  fits: string[];
};

export function stopped(error: unknown): Stopped | undefined {
  if (!(error instanceof Problem)) return undefined;
  const {type, body} = error;
  if (type !== 'screening-stop' && type !== 'doctor-needed' && type !== 'not-this-technique') return undefined;
  return {why: type, findings: (body.findings ?? []) as Finding[], fits: (body.fits ?? []) as string[]};
}

/** What the signed-in person has booked, the earliest first. */
export const own = queryOptions({
  queryKey: ['visits'],
  queryFn: () => told(api.GET('/api/v1/bookings/own')),
  staleTime: 20_000,
});

export const renew = async (client: QueryClient, held: Booking) =>
  remember(client, await told(api.PUT('/api/v1/bookings/{id}/hold', change(held))));

export const release = async (client: QueryClient, held: Booking) =>
  remember(client, await told(api.DELETE('/api/v1/bookings/{id}/hold', change(held))));

/** What it would cost to cancel now, or to move. */
export const costOfCancelling = ({id, version: number}: Booking) =>
  queryOptions({
    queryKey: ['booking', id, 'cancellation', number],
    queryFn: () => told(api.GET('/api/v1/bookings/{id}/cancellation', {params: {path: {id}}, headers: withPass(id)})),
    staleTime: 0,
  });

export const costOfMoving = ({id, version: number}: Booking) =>
  queryOptions({
    queryKey: ['booking', id, 'schedule', number],
    queryFn: () => told(api.GET('/api/v1/bookings/{id}/schedule', {params: {path: {id}}, headers: withPass(id)})),
    staleTime: 0,
  });

export const cancel = async (client: QueryClient, booked: Booking, acceptedFeeCents: number) =>
  remember(client, await told(api.PUT('/api/v1/bookings/{id}/cancellation', {...change(booked), body: {acceptedFeeCents}})));

export const move = async (client: QueryClient, booked: Booking, wish: ToBooking<'ScheduleRequest'>) =>
  remember(client, await told(api.PUT('/api/v1/bookings/{id}/schedule', {...change(booked), body: wish})));

/** What must be known before these treatments. */
export const questions = (treatment: string) =>
  queryOptions({
    queryKey: ['screening', treatment],
    queryFn: async () =>
      (await told(api.GET('/api/v1/screening', {params: {query: {treatments: [treatment]}}}))).questions,
    staleTime: 5 * 60_000,
  });

/** All that has happened to a booking, the first thing first. */
export const history = (id: string) =>
  queryOptions({
    queryKey: ['booking', id, 'history'],
    queryFn: () => told(api.GET('/api/v1/bookings/{id}/history', {params: {path: {id}}, headers: withPass(id)})),
    staleTime: 0,
  });
