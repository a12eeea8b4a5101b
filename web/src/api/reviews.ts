import {queryOptions, type QueryClient} from '@tanstack/react-query';
import {api, newKey, told, version, type OfTherapist, type ToTherapist} from './client';

export type Review = OfTherapist<'ReviewView'>;
export type Written = OfTherapist<'WrittenReview'>;
export type Wish = ToTherapist<'ReviewRequest'>;
export type Reason = ToTherapist<'ReportRequest'>['reason'];

/** What a visit's client has said of its first session; null while nothing. Who knows the reference is taken for them. */
export const written = ({id, reference}: {id: string; reference: string}) =>
  queryOptions<Written | null>({
    queryKey: ['written', id],
    queryFn: async () => {
      const {reviews} = await told(api.POST('/api/v1/reviews/written', {body: {visits: [{bookingId: id, reference}]}}));
      return reviews.find(({session}) => session === 1) ?? null;
    },
  });

/** For the first time, or other than before. */
export async function write(client: QueryClient, wish: Wish, key: string, before?: Written) {
  const review = await told(
    before
      ? api.PUT('/api/v1/reviews/{id}', {params: {path: {id: before.review.id}, header: version(before.review.version)}, body: wish})
      : api.POST('/api/v1/reviews', {params: {header: {'Idempotency-Key': key}}, body: wish}),
  );
  const now: Written = {bookingId: wish.bookingId, session: 1, status: before?.status ?? 'PUBLISHED', review};
  client.setQueryData(['written', wish.bookingId], now);
  await client.invalidateQueries({queryKey: ['reviews', review.therapistId]});
}

/** Puts it before a moderator. */
export const report = (id: string, reason: Reason, text: string) =>
  told(
    api.POST('/api/v1/reviews/{id}/reports', {
      params: {path: {id}, header: {'Idempotency-Key': newKey()}},
      body: {reason, ...(text && {text})},
    }),
  );
