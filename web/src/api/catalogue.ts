import {infiniteQueryOptions, keepPreviousData, queryOptions} from '@tanstack/react-query';
import {api, told, type OfTherapist} from './client';

export type Clinic = OfTherapist<'ClinicView'>;
export type Therapist = OfTherapist<'TherapistView'>;
export type TherapistSummary = OfTherapist<'TherapistSummary'>;
export type Treatment = OfTherapist<'TreatmentView'>;

/** What changes rarely is asked for again after a few minutes only. */
const CALM = {staleTime: 5 * 60_000};

export const treatments = queryOptions({
  queryKey: ['treatments'],
  queryFn: async () => (await told(api.GET('/api/v1/treatments'))).treatments,
  ...CALM,
});

export const clinics = queryOptions({
  queryKey: ['clinics'],
  queryFn: async () => (await told(api.GET('/api/v1/clinics'))).clinics,
  ...CALM,
});

export const clinic = (id: string) =>
  queryOptions({
    queryKey: ['clinic', id],
    queryFn: () => told(api.GET('/api/v1/clinics/{id}', {params: {path: {id}}})),
    ...CALM,
  });

export const therapist = (id: string) =>
  queryOptions({
    queryKey: ['therapist', id],
    queryFn: () => told(api.GET('/api/v1/therapists/{id}', {params: {path: {id}}})),
    ...CALM,
  });

export const reviews = (id: string) =>
  queryOptions({
    queryKey: ['reviews', id],
    queryFn: () => told(api.GET('/api/v1/therapists/{id}/reviews', {params: {path: {id}}})),
    ...CALM,
  });

/** The same page by page. */
export const pagesOfReviews = (id: string) =>
  infiniteQueryOptions({
    queryKey: ['reviews', id, 'pages'],
    queryFn: ({pageParam}) => told(api.GET('/api/v1/therapists/{id}/reviews', {params: {path: {id}, query: pageParam ? {after: pageParam} : {}}})),
    initialPageParam: '',
    getNextPageParam: ({next}) => next,
    ...CALM,
  });

export type Sought = {
  q?: string;
  treatment?: string;
  clinicId?: string;
  city?: string;
  near?: string;
  radiusKm?: number;
  language?: string;
  gender?: 'FEMALE' | 'MALE' | 'NON_BINARY';
  maxPrice?: number;
  currency?: string;
  sort?: 'relevance' | 'distance' | 'price' | 'rating' | 'name' | 'experience';
};

/** Who fits; the former answer stays until the next is there. */
export const therapists = (sought: Sought) =>
  queryOptions({
    queryKey: ['therapists', sought],
    queryFn: () => told(api.GET('/api/v1/therapists', {params: {query: {...sought, limit: 50}}})),
    placeholderData: keepPreviousData,
    staleTime: 60_000,
  });
