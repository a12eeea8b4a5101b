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

/** Whose intake it is: of who has signed in, or of who has shown a code, with the pass they got for it. */
export type Whose = {clientId: string; pass?: string};
const shows = ({pass}: Whose): Record<string, string> => (pass ? {'Guest-Pass': pass} : {});

/** What somebody has said, asked anew each time and kept by nobody on the way. */
export const intake = (whose: Whose) =>
  queryOptions({
    queryKey: ['intake', whose.clientId],
    queryFn: async () =>
      (await told(api.GET('/api/v1/clients/{id}/intake', {params: {path: {id: whose.clientId}}, headers: shows(whose)}))) as Intake,
    staleTime: Infinity,
    gcTime: 0,
  });

export const put = async (whose: Whose, known: number, wish: Wish) =>
  (await told(
    api.PUT('/api/v1/clients/{id}/intake', {params: {path: {id: whose.clientId}, header: version(known)}, headers: shows(whose), body: wish}),
  )) as Intake;
