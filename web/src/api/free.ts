import {keepPreviousData, queryOptions} from '@tanstack/react-query';
import {api, told, type OfBooking} from './client';

export type Slot = OfBooking<'SlotView'>;
type GoodTimes = OfBooking<'GoodTimesView'>;
type Starts = OfBooking<'StartsView'>;
type PartOfDay = 'MORNING' | 'AFTERNOON' | 'EVENING';

/** Free hours grow old quickly. */
const FRESH = {staleTime: 20_000, refetchOnWindowFocus: true};

/** Of each therapist the earliest in the morning, afternoon and evening, from now on. */
export const goodTimes = (asked: {treatment: string; minutes: number; partOfDay?: PartOfDay}) =>
  queryOptions({
    queryKey: ['free', 'good', asked],
    queryFn: async () => {
      const answer = await told(
        api.GET('/api/v1/availability', {
          params: {
            query: {
              treatment: asked.treatment,
              durationMinutes: asked.minutes,
              view: 'earliest',
              to: new Date(Date.now() + 14 * 86_400_000).toISOString(),
              ...(asked.partOfDay && {partOfDay: [asked.partOfDay]}),
            },
          },
        }),
      );
      return new Map((answer as GoodTimes).therapists.map((one) => [one.therapistId, one.slots]));
    },
    ...FRESH,
  });

export type Asked = {therapistId: string; clinicId?: string; treatment: string; minutes: number};

/** @param from a date, which begins and ends by the clinic's clock; @param to the last date */
export const starts = (asked: Asked, from: string, to: string) =>
  queryOptions({
    queryKey: ['free', 'starts', asked, from, to],
    queryFn: async (): Promise<Slot[]> => {
      const answer = (await told(
        api.GET('/api/v1/availability', {
          params: {
            query: {
              treatment: asked.treatment,
              durationMinutes: asked.minutes,
              therapistId: asked.therapistId,
              ...(asked.clinicId && {clinicId: asked.clinicId}),
              view: 'starts',
              from,
              to,
            },
          },
        }),
      )) as Starts;
      return answer.starts.map(({start, offer}) => {
        const end = new Date(new Date(start).getTime() + answer.durationMinutes * 60_000).toISOString();
        return {...answer.offers[offer]!, start, end};
      });
    },
    placeholderData: keepPreviousData,
    ...FRESH,
  });

/** Why a start is not offered, in general words. */
export const explanation = (asked: Required<Asked>, start: string) =>
  queryOptions({
    queryKey: ['free', 'explanation', asked, start],
    queryFn: () =>
      told(
        api.GET('/api/v1/availability/explanation', {
          params: {
            query: {
              therapistId: asked.therapistId,
              clinicId: asked.clinicId,
              treatment: asked.treatment,
              durationMinutes: asked.minutes,
              start,
            },
          },
        }),
      ),
    staleTime: 20_000,
  });

export type FreeVisit = OfBooking<'FreeVisitView'>;
type Half = {treatment: string; minutes: number};

/** When two can begin together, in a week from that date. */
export const together = (asked: {clinicId: string; mine: Half; theirs: Half; sameRoom: boolean; from: string; to: string}) =>
  queryOptions({
    queryKey: ['free', 'together', asked],
    queryFn: async (): Promise<FreeVisit[]> => {
      const {mine, theirs, clinicId, from, to, sameRoom} = asked;
      const query = {
        sessions: `${mine.treatment}:${mine.minutes}`,
        companion: `${theirs.treatment}:${theirs.minutes}`,
        clinicId,
        from,
        to,
        limit: 500,
        ...(sameRoom && {sameRoom}),
      };
      return (await told(api.GET('/api/v1/availability/visits', {params: {query}}))).visits;
    },
    ...FRESH,
  });
