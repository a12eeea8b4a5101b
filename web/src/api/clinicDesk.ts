import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {api, told, version, type OfBooking, type OfNotification, type ToBooking} from './client';
import type {Booking} from './bookings';
import type {Status} from './desk';

// What the desk looks up: who rang, who waits, what was told, what was sold.

export type Found = OfBooking<'FoundView'>;

/** By a part of the name, the number or the reference; none of it is part of an address. */
export const search = (clinicId: string, words: string) =>
  queryOptions({
    queryKey: ['desk', 'search', clinicId, words],
    queryFn: () => told(api.POST('/api/v1/bookings/searches', {params: {query: {clinicId}}, body: {words}})),
    staleTime: 10_000,
  });

export type Flagged = {booking: Booking; flags: string[]};
/** What is to come and no longer fits: hours, a licence or a room have changed since. */
export const flagged = (clinicId: string) =>
  queryOptions({
    queryKey: ['desk', 'flagged', clinicId],
    queryFn: async () => (await told(api.GET('/api/v1/bookings', {params: {query: {clinicId, flagged: true}}}))).bookings as Flagged[],
    staleTime: 30_000,
  });

type Entry = OfBooking<'EntryView'>;
/** Somebody who waits; what they were offered, if they were. */
export type Place = Omit<OfBooking<'PlaceView'>, 'entry'> & {entry: Omit<Entry, 'offer'> & Partial<Pick<Entry, 'offer'>>};
export type Waitlist = Omit<OfBooking<'WaitlistView'>, 'entries'> & {entries: Place[]};

export const waitlist = (clinicId: string) =>
  queryOptions({
    queryKey: ['desk', 'waitlist', clinicId],
    queryFn: async () => (await told(api.GET('/api/v1/waitlist', {params: {query: {clinicId}}}))) as Waitlist,
    staleTime: 5_000,
    refetchInterval: 30_000,
  });

export async function takeOffWaitlist(client: QueryClient, {entry}: Place) {
  await api.PUT('/api/v1/waitlist/{id}/cancellation', {params: {path: {id: entry.id}, header: version(entry.version)}});
  await client.invalidateQueries({queryKey: ['desk', 'waitlist']});
}

export type Delivery = OfNotification<'DeliveryView'> & {reason?: string; sentTo?: string; nextAttemptAt?: string};
export type LogEntry = {deliveryId: string; delivery: Delivery; providerSays?: string};

/** All that was told about a booking, and what was not and why. */
export const deliveryLog = (clinicId: string, bookingId: string) =>
  queryOptions({
    queryKey: ['deliveries', clinicId, bookingId],
    queryFn: async () => (await told(api.GET('/api/v1/deliveries/log', {params: {query: {clinicId, bookingId}}}))).entries as LogEntry[],
    staleTime: 5_000,
  });

export async function resend(client: QueryClient, clinicId: string, deliveryId: string, key: string) {
  const sent = await told(api.POST('/api/v1/deliveries/resends', {params: {query: {clinicId}, header: {'Idempotency-Key': key}}, body: {deliveryId}}));
  await client.invalidateQueries({queryKey: ['deliveries']});
  return sent;
}

export type Voucher = OfBooking<'VoucherView'> & {sessions?: {therapistId?: string; treatment: string; lengthMinutes: number}};
export const vouchers = (clinicId: string) =>
  queryOptions({
    queryKey: ['vouchers', clinicId],
    queryFn: async () => (await told(api.GET('/api/v1/vouchers', {params: {query: {clinicId}}}))) as {vouchers: Voucher[]; truncated: boolean},
    staleTime: 10_000,
  });

export async function sellVoucher(client: QueryClient, wish: ToBooking<'VoucherRequest'>, key: string): Promise<Voucher & {code?: string}> {
  const made = await told(api.POST('/api/v1/vouchers', {params: {header: {'Idempotency-Key': key}}, body: wish}));
  void client.invalidateQueries({queryKey: ['vouchers']});
  return made as Voucher & {code?: string};
}

export const statusOf = ({status}: Booking) => status as Status;
