import {queryOptions} from '@tanstack/react-query';
import {api, told, version, type OfBooking, type ToBooking} from '../../api/client';

export type Wish = ToBooking<'IntakeRequest'>;
/** What somebody has said and not yet handed in, and what they have handed in last. */
export type Intake = {version: number; draft?: Wish; said?: Wish; validUntil?: string};
export type Form = OfBooking<'FormView'>;

export const form = queryOptions({
  queryKey: ['intake-form'],
  queryFn: () => told(api.GET('/api/v1/intake-form')),
  staleTime: 5 * 60_000,
});

/** What somebody has said, asked anew each time and kept by nobody on the way. */
export const intake = (clientId: string) =>
  queryOptions({
    queryKey: ['intake', clientId],
    queryFn: async () => (await told(api.GET('/api/v1/clients/{id}/intake', {params: {path: {id: clientId}}}))) as Intake,
    staleTime: Infinity,
    gcTime: 0,
  });

export const put = async (clientId: string, known: number, wish: Wish) =>
  (await told(
    api.PUT('/api/v1/clients/{id}/intake', {params: {path: {id: clientId}, header: version(known)}, body: wish}),
  )) as Intake;
