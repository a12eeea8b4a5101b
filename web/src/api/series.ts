import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {booking, keepPass, keyOf, withPass, type Answers} from './bookings';
import {api, told, version, type OfBooking, type ToBooking} from './client';

export type Series = OfBooking<'SeriesView'>;
export type Proposal = OfBooking<'ProposalView'>;
export type ProposedVisit = OfBooking<'ProposedVisitView'>;

/** Dates for a series, each free or with what could be had instead. Nothing is held. */
export const proposal = (wish: ToBooking<'ProposalRequest'>) =>
  queryOptions({
    queryKey: ['free', 'proposal', wish],
    queryFn: () => told(api.POST('/api/v1/series/proposals', {body: wish})),
    staleTime: 20_000,
  });

export const series = (id: string) =>
  queryOptions({
    queryKey: ['series', id],
    queryFn: () => told(api.GET('/api/v1/series/{id}', {params: {path: {id}}, headers: withPass(id)})),
    staleTime: 10_000,
  });

/** A guest's pass to a series opens each of its visits, too. */
export function keepPassTo(of: Series, pass: string) {
  for (const id of [of.id, ...of.visits.map((visit) => visit.booking.id)]) keepPass(id, pass);
}

export function rememberSeries(client: QueryClient, changed: Series): Series {
  client.setQueryData(series(changed.id).queryKey, changed);
  for (const visit of changed.visits) client.setQueryData(booking(visit.booking.id).queryKey, visit.booking);
  void client.invalidateQueries({queryKey: ['free']});
  void client.invalidateQueries({queryKey: ['visits']});
  void client.invalidateQueries({queryKey: ['plans']});
  return changed;
}

/** Holds all visits, or none. */
export async function holdSeries(client: QueryClient, wish: ToBooking<'SeriesRequest'>): Promise<Series> {
  const answer = await api.POST('/api/v1/series', {params: {header: keyOf(wish)}, body: wish});
  const made = answer.data as Series;
  const pass = answer.response.headers.get('Guest-Pass');
  if (pass) keepPassTo(made, pass);
  return rememberSeries(client, made);
}

const change = ({id, version: number}: Series) => ({params: {path: {id}, header: version(number)}, headers: withPass(id)});

export const confirmSeries = async (client: QueryClient, held: Series, screening: Answers) =>
  rememberSeries(client, await told(api.PUT('/api/v1/series/{id}/confirmation', {...change(held), body: {screening}})));

export const renewSeries = async (client: QueryClient, held: Series) =>
  rememberSeries(client, await told(api.PUT('/api/v1/series/{id}/hold', change(held))));

export const releaseSeries = async (client: QueryClient, held: Series) =>
  rememberSeries(client, await told(api.DELETE('/api/v1/series/{id}/hold', change(held))));

/** What cancelling all that is to come would cost now. */
export const costOfCancellingSeries = ({id, version: number}: Series) =>
  queryOptions({
    queryKey: ['series', id, 'cancellation', number],
    queryFn: () => told(api.GET('/api/v1/series/{id}/cancellation', {params: {path: {id}}, headers: withPass(id)})),
    staleTime: 0,
  });

export const cancelSeries = async (client: QueryClient, booked: Series, acceptedFeeCents: number) =>
  rememberSeries(client, await told(api.PUT('/api/v1/series/{id}/cancellation', {...change(booked), body: {acceptedFeeCents}})));
