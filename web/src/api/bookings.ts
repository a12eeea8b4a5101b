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
export const withPass = (id: string): Record<string, string> => {
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

/** The name of a wish: the same wish sent again, also after a reload, makes nothing new. */
export function keyOf(wish: unknown) {
  const name = `key:${JSON.stringify(wish)}`;
  const key = kept<string>(name) ?? newKey();
  keep(name, key);
  return {'Idempotency-Key': key};
}

/** Holds a slot, or books it. */
export async function book(client: QueryClient, wish: ToBooking<'BookingRequest'>): Promise<Booking> {
  const answer = await api.POST('/api/v1/bookings', {params: {header: keyOf(wish)}, body: wish});
  const made = answer.data as Booking;
  const pass = answer.response.headers.get('Guest-Pass');
  if (pass) keepPass(made.id, pass);
  return remember(client, made);
}

const change = ({id, version: number}: Booking) => ({params: {path: {id}, header: version(number)}, headers: withPass(id)});

/** What somebody answers before a massage; with a doctor's word where one had to be asked. */
export type Answers = {has: string[]; doctor?: {name: string; on: string}};

/** Books what is held. What speaks against it comes as a {@link Problem}; see {@link stopped}. */
export const confirm = async (client: QueryClient, held: Booking, screening: Answers, companionScreening?: Answers) =>
  remember(
    client,
    await told(api.PUT('/api/v1/bookings/{id}/confirmation', {...change(held), body: {screening, ...(companionScreening && {companionScreening})}})),
  );

export type Finding = OfBooking<'FindingView'>;

/** What the answers led to, if that is why something was refused. */
export type Stopped = {
  why: 'screening-stop' | 'doctor-needed' | 'not-this-technique';
  findings: Finding[];
  fits: string[];
  /** Whose answers, of two who come together. */
  of: 'client' | 'companion';
};

export function stopped(error: unknown): Stopped | undefined {
  if (!(error instanceof Problem)) return undefined;
  const {type, body} = error;
  if (type !== 'screening-stop' && type !== 'doctor-needed' && type !== 'not-this-technique') return undefined;
  const fields = (body.errors ?? []) as {field: string}[];
  return {
    why: type,
    findings: (body.findings ?? []) as Finding[],
    fits: (body.fits ?? []) as string[],
    of: fields.some(({field}) => field.startsWith('companion')) ? 'companion' : 'client',
  };
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

/** Pays with an own voucher or a gift card's code, as far as it goes. */
export const payWith = async (client: QueryClient, booked: Booking, tender: ToBooking<'TenderRequest'>) =>
  remember(client, await told(api.PUT('/api/v1/bookings/{id}/voucher', {...change(booked), body: tender})));

/** No voucher pays it any more; what they had paid is back on them. */
export const payOtherwise = async (client: QueryClient, booked: Booking) =>
  remember(client, await told(api.DELETE('/api/v1/bookings/{id}/voucher', change(booked))));

/**
 * A guest's booking becomes the signed-in person's own.
 *
 * @param intakePass of who has shown the code from the guest's mailbox: the guest's intake comes along
 */
export const claim = async (client: QueryClient, booked: Booking, link: string, intakePass?: string) =>
  remember(client, await told(api.PUT('/api/v1/bookings/{id}/client', {...change(booked), body: {link, ...(intakePass && {intakePass})}})));

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
