import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {keepPass, keyOf, withPass, type Answers} from './bookings';
import {api, told, version, type OfBooking, type ToBooking} from './client';

export type Place = OfBooking<'EntryView'>;

export const place = (id: string) =>
  queryOptions({
    queryKey: ['place', id],
    queryFn: () => told(api.GET('/api/v1/waitlist/{id}', {params: {path: {id}}, headers: withPass(id)})),
    staleTime: 10_000,
  });

/** Where the signed-in person waits or is offered something, the first joined first. */
export const ownPlaces = queryOptions({
  queryKey: ['places'],
  queryFn: async () => (await told(api.GET('/api/v1/waitlist/own'))).entries,
  staleTime: 20_000,
});

function remember(client: QueryClient, changed: Place): Place {
  client.setQueryData(place(changed.id).queryKey, changed);
  void client.invalidateQueries({queryKey: ['places']});
  void client.invalidateQueries({queryKey: ['visits']});
  return changed;
}

/** Waits for something like this. */
export async function join(client: QueryClient, wish: ToBooking<'WaitlistRequest'>): Promise<Place> {
  const answer = await api.POST('/api/v1/waitlist', {params: {header: keyOf(wish)}, body: wish});
  const made = answer.data as Place;
  const pass = answer.response.headers.get('Guest-Pass');
  if (pass) keepPass(made.id, pass);
  return remember(client, made);
}

const change = ({id, version: number}: Place) => ({params: {path: {id}, header: version(number)}, headers: withPass(id)});

/** Takes what is offered. What speaks against it comes as a Problem; see {@code stopped}. */
export const accept = async (client: QueryClient, offered: Place, screening: Answers) =>
  remember(client, await told(api.PUT('/api/v1/waitlist/{id}/acceptance', {...change(offered), body: {screening}})));

/** Lets the next one have what is offered, and goes on waiting. */
export const decline = async (client: QueryClient, offered: Place) =>
  remember(client, await told(api.PUT('/api/v1/waitlist/{id}/refusal', change(offered))));

export const leave = async (client: QueryClient, waiting: Place) =>
  remember(client, await told(api.PUT('/api/v1/waitlist/{id}/cancellation', change(waiting))));
