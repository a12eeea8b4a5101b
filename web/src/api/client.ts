import createClient, {type Middleware} from 'openapi-fetch';
import type {components as Booking, paths as BookingPaths} from './booking.gen';
import type {components as Notification, paths as NotificationPaths} from './notification.gen';
import type {components as Therapist, paths as TherapistPaths} from './therapist.gen';
import {Problem} from './problem';

/** What answers may lack. Every other field is there: the services leave out what is not known, and nothing else. */
type MayLack =
  | 'about'
  | 'acceptedFeeCents'
  | 'answer'
  | 'cheapestOffer'
  | 'painAfter'
  | 'painBefore'
  | 'covered'
  | 'csrfToken'
  | 'distanceKm'
  | 'editedAt'
  | 'email'
  | 'fee'
  | 'feelsLike'
  | 'freeCancellationUntil'
  | 'freeUntil'
  | 'holdExpiresAt'
  | 'lateCancellationFee'
  | 'length'
  | 'nearestClinicId'
  | 'next'
  | 'phone'
  | 'photo'
  | 'postalCode'
  | 'price'
  | 'rating'
  | 'region'
  | 'restored'
  | 'search'
  | 'seriesId'
  | 'text'
  | 'validFrom'
  | 'validUntil'
  | 'visit'
  | 'waitlistEntryId';

export type Told<T> = T extends (infer E)[]
  ? Told<E>[]
  : T extends object
    ? {[K in keyof T as K extends MayLack ? never : K]-?: Told<NonNullable<T[K]>>} & {
        [K in keyof T as K extends MayLack ? K : never]?: Told<NonNullable<T[K]>>;
      }
    : T;

/** Types of answers, by service and name. */
export type OfTherapist<N extends keyof Therapist['schemas']> = Told<Therapist['schemas'][N]>;
export type OfBooking<N extends keyof Booking['schemas']> = Told<Booking['schemas'][N]>;
export type OfNotification<N extends keyof Notification['schemas']> = Told<Notification['schemas'][N]>;
/** Types of bodies that are sent. */
export type ToBooking<N extends keyof Booking['schemas']> = Booking['schemas'][N];
export type ToTherapist<N extends keyof Therapist['schemas']> = Therapist['schemas'][N];

let csrfToken: string | undefined;

/** Whoever is signed in shows this with each change; see session.ts. */
export function showWithChanges(token: string | undefined) {
  csrfToken = token;
}

const door: Middleware = {
  onRequest({request}) {
    if (csrfToken && request.method !== 'GET') request.headers.set('X-CSRF-Token', csrfToken);
    return request;
  },
  async onResponse({response}) {
    if (!response.ok) throw await Problem.of(response);
  },
  onError({error}) {
    return error instanceof Problem ? error : Problem.unreachable();
  },
};

export const api = createClient<TherapistPaths & BookingPaths & NotificationPaths>({
  // Also where addresses have no host of their own, as in tests.
  baseUrl: globalThis.location?.origin,
  headers: {Accept: 'application/json'},
  // Asked when it is called, so that a test may answer.
  fetch: (request) => globalThis.fetch(request),
});
api.use(door);

/** The answer's body; what was refused or not reached is thrown as a {@link Problem}. */
export async function told<T>(answer: Promise<{data?: T}>): Promise<Told<T>> {
  return (await answer).data as Told<T>;
}

/** A name for a request that makes something: the same request again makes nothing new. */
export const newKey = () => crypto.randomUUID();

/** Which version a change means. */
export const version = (number: number) => ({'If-Match': `"${number}"`});
