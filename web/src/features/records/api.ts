import {queryOptions} from '@tanstack/react-query';
import {api, told, type OfBooking} from '../../api/client';

export type Session = OfBooking<'Summary'>;

/** About a body, so it is asked anew each time and kept by nobody on the way. */
const SEALED = {staleTime: 0, gcTime: 0};

export const sessions = (clientId: string) =>
  queryOptions({
    queryKey: ['records', 'sessions', clientId],
    queryFn: async (): Promise<Session[]> =>
      (await told(api.GET('/api/v1/clients/{id}/sessions', {params: {path: {id: clientId}}}))).sessions,
    ...SEALED,
  });

export const disclosures = (clientId: string) =>
  queryOptions({
    queryKey: ['records', 'disclosures', clientId],
    queryFn: async () =>
      (await told(api.GET('/api/v1/clients/{id}/disclosures', {params: {path: {id: clientId}}}))).disclosures,
    ...SEALED,
  });
