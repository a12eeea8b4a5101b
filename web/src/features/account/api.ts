import {queryOptions} from '@tanstack/react-query';
import {api, told, version, type OfBooking, type OfNotification} from '../../api/client';

type Said = OfNotification<'WishesView'>;
/** What is absent was never said. */
export type Wishes = Pick<Said, 'version' | 'channels' | 'onlyWithinADay'> &
  Partial<Pick<Said, 'language' | 'remindMinutes'>> & {quietHours?: Pick<Said['quietHours'], 'from' | 'until'> & {zone?: string}};
export type Message = OfNotification<'InboxMessageView'>;
export type Erasure = OfBooking<'ErasureView'>;
export type Wish = Omit<Wishes, 'version'>;

/** How the signed-in person wants to be told. */
export const wishes = queryOptions({
  queryKey: ['wishes'],
  queryFn: () => told(api.GET('/api/v1/recipients/me')) as Promise<Wishes>,
});

export const say = ({version: known}: Wishes, wish: Wish) =>
  told(api.PUT('/api/v1/recipients/me', {params: {header: version(known)}, body: wish})) as Promise<Wishes>;

/** What they were told, the newest first. */
export const inbox = queryOptions({
  queryKey: ['inbox'],
  queryFn: () => told(api.GET('/api/v1/inbox')),
});

export const readAll = (upTo: string) => api.PUT('/api/v1/inbox/read', {body: {upTo}});

/** How far the erasure of a client is; null while nobody has asked for it. */
export const erasure = (clientId: string) =>
  queryOptions({
    queryKey: ['erasure', clientId],
    queryFn: async (): Promise<Erasure | null> =>
      (await told(api.GET('/api/v1/erasures/{id}', {params: {path: {id: clientId}}})).catch((error) => {
        if (error.status === 404) return null;
        throw error;
      })) as Erasure | null,
    staleTime: 0,
    refetchInterval: ({state}) => (state.data && state.data.doneAt === undefined ? 5_000 : false),
  });

export const forgetMe = (clientId: string) =>
  told(api.PUT('/api/v1/clients/{id}/erasure', {params: {path: {id: clientId}}, body: {understood: true}})) as Promise<Erasure>;

export const stay = (clientId: string) => api.DELETE('/api/v1/clients/{id}/erasure', {params: {path: {id: clientId}}});
