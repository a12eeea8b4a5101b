import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {therapist, type Therapist} from './catalogue';
import {api, told, version, type OfBooking, type OfNotification, type OfTherapist, type ToTherapist} from './client';

// What therapists look after themselves: their hours, licences, prices, reviews and calendars.

/** Fresh from the service: who changes something must know its version. */
export const edited = (id: string) => ({...therapist(id), staleTime: 0, refetchOnWindowFocus: false});

/** What pages show from now on, also those that clients see. */
function remember(client: QueryClient, changed: Therapist): Therapist {
  client.setQueryData(therapist(changed.id).queryKey, changed);
  void client.invalidateQueries({queryKey: ['therapists']});
  void client.invalidateQueries({queryKey: ['desk']});
  return changed;
}

type Seen = {id: string; version: number};
const change = (seen: Seen) => ({params: {path: {id: seen.id}, header: version(seen.version)}});

export type RotaRequest = ToTherapist<'RotaRequest'>;
export const keepRota = async (client: QueryClient, seen: Seen, rota: RotaRequest) =>
  remember(client, await told(api.PUT('/api/v1/therapists/{id}/rota', {...change(seen), body: rota})));

export type PriceList = ToTherapist<'PriceListRequest'>;
export const keepPrices = async (client: QueryClient, seen: Seen, prices: PriceList) =>
  remember(client, await told(api.PUT('/api/v1/therapists/{id}/prices', {...change(seen), body: prices})));

// --- time off ---

export type Block = OfBooking<'BlockView'> & {note?: string};
export type Touched = OfBooking<'PreviewView'>;
/** Instants. */
export type Span = {start: string; end: string};

export const timeOff = (id: string) =>
  queryOptions({
    queryKey: ['time-off', id],
    queryFn: async () => (await told(api.GET('/api/v1/therapists/{id}/time-off', {params: {path: {id}}}))).blocks as Block[],
    staleTime: 10_000,
  });

/** What would be in the way; nothing in it means that it can be taken. */
export const touchedBy = (id: string, span: Span) =>
  queryOptions({
    queryKey: ['time-off', id, 'preview', span],
    queryFn: () => told(api.GET('/api/v1/therapists/{id}/time-off/preview', {params: {path: {id}, query: span}})),
    staleTime: 0,
  });

async function withTimeOff<T>(client: QueryClient, act: Promise<T>): Promise<T> {
  try {
    return await act;
  } finally {
    void client.invalidateQueries({queryKey: ['time-off']});
    void client.invalidateQueries({queryKey: ['desk']});
  }
}

export const takeOff = (client: QueryClient, id: string, span: Span & {note?: string}, key: string) =>
  withTimeOff(client, told(api.POST('/api/v1/therapists/{id}/time-off', {params: {path: {id}, header: {'Idempotency-Key': key}}, body: span})));

export const comeBack = (client: QueryClient, id: string, block: Block) =>
  withTimeOff(
    client,
    told(api.DELETE('/api/v1/therapists/{id}/time-off/{timeOffId}', {params: {path: {id, timeOffId: block.id}, header: version(block.version)}})),
  );

// --- licences ---

export type Licence = OfTherapist<'Licence'>;
export type LicenceRequest = ToTherapist<'LicenceRequest'>;
/** A step of a licence's life; a "no" says why. */
export type LicenceStep = {status: Licence['status']; reason?: string; at: string};

export const stepsOf = (id: string, licenceId: string) =>
  queryOptions({
    queryKey: ['licence-steps', id, licenceId],
    queryFn: async () =>
      (await told(api.GET('/api/v1/therapists/{id}/licences/{licenceId}/verifications', {params: {path: {id, licenceId}}})))
        .verifications as LicenceStep[],
    staleTime: 60_000,
  });

export async function submitLicence(client: QueryClient, id: string, licence: LicenceRequest, key: string): Promise<Licence> {
  const made = await told(api.POST('/api/v1/therapists/{id}/licences', {params: {path: {id}, header: {'Idempotency-Key': key}}, body: licence}));
  void client.invalidateQueries({queryKey: therapist(id).queryKey});
  return made;
}

/** The file as it is: PDF, JPEG or PNG. */
export const handInEvidence = (id: string, licenceId: string, file: Blob) =>
  told(
    api.PUT('/api/v1/therapists/{id}/licences/{licenceId}/evidence', {
      params: {path: {id, licenceId}},
      body: file as never,
      bodySerializer: (body: unknown) => body as Blob,
      headers: {'Content-Type': 'application/octet-stream'},
    }),
  );

/** The file that was handed in, for looking at. */
export async function evidence(id: string, licenceId: string): Promise<Blob> {
  const answer = await api.GET('/api/v1/therapists/{id}/licences/{licenceId}/evidence', {params: {path: {id, licenceId}}, parseAs: 'blob'});
  return answer.data as unknown as Blob;
}

// --- reviews ---

export async function answerReview(client: QueryClient, review: OfTherapist<'ReviewView'>, text: string) {
  const changed = await told(api.PUT('/api/v1/reviews/{id}/answer', {...change(review), body: {text}}));
  await client.invalidateQueries({queryKey: ['reviews', review.therapistId]});
  return changed;
}

// --- calendar feeds ---

export type FeedOf = {kind: 'THERAPIST' | 'CLINIC'; id: string};
/** {@code url} only in the answer that made it or changed its token. */
export type Feed = {id: string; version: number; createdAt: string; tokenSince: string; url?: string};

export const feeds = (of: FeedOf) =>
  queryOptions({
    queryKey: ['feeds', of],
    queryFn: async () => (await told(api.GET('/api/v1/calendars', {params: {query: of}}))).calendars as Feed[],
    staleTime: 10_000,
  });

// The description has the id as an object that it is not.
const feedAt = ({id, version: seen}: Feed) => ({params: {path: {id: id as never}, header: version(seen)}});

const feedsAgain = (client: QueryClient) => client.invalidateQueries({queryKey: ['feeds']});

export async function openFeed(client: QueryClient, of: FeedOf, key: string): Promise<Feed> {
  const made = await told(api.POST('/api/v1/calendars', {params: {header: {'Idempotency-Key': key}}, body: of}));
  void feedsAgain(client);
  return made as Feed;
}

export async function rotateFeed(client: QueryClient, feed: Feed): Promise<Feed> {
  const changed = await told(api.PUT('/api/v1/calendars/{id}/token', feedAt(feed)));
  void feedsAgain(client);
  return changed as Feed;
}

export async function closeFeed(client: QueryClient, feed: Feed): Promise<void> {
  await api.DELETE('/api/v1/calendars/{id}', feedAt(feed));
  void feedsAgain(client);
}

// --- what one hears of ---

export type Channel = 'MAIL' | 'SMS' | 'PUSH' | 'INBOX';
type Told = OfNotification<'WishesView'>;
export type Wishes = {
  version: number;
  language?: string;
  quietHours?: {from: string; until: string; zone?: string};
  channels: Partial<Record<string, Channel[]>>;
  remindMinutes?: number[];
  onlyWithinADay: boolean;
};
const asWishes = (answer: Told) => answer as unknown as Wishes;

/** Of oneself as one of the staff, or of a clinic whose id is named. */
export const wishes = (clinicId?: string) =>
  queryOptions({
    queryKey: ['wishes', clinicId ?? 'staff'],
    queryFn: async () =>
      asWishes(
        clinicId
          ? await told(api.GET('/api/v1/recipients/clinics/{clinicId}', {params: {path: {clinicId}}}))
          : await told(api.GET('/api/v1/recipients/me/staff')),
      ),
    staleTime: 0,
    refetchOnWindowFocus: false,
  });

export async function keepWishes(client: QueryClient, {version: seen, ...said}: Wishes, clinicId?: string): Promise<Wishes> {
  const header = version(seen);
  const body = said as never;
  const kept = asWishes(
    clinicId
      ? await told(api.PUT('/api/v1/recipients/clinics/{clinicId}', {params: {path: {clinicId}, header}, body}))
      : await told(api.PUT('/api/v1/recipients/me/staff', {params: {header}, body})),
  );
  client.setQueryData(wishes(clinicId).queryKey, kept);
  return kept;
}
