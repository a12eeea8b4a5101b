import type {QueryClient} from '@tanstack/react-query';
import {keep, kept} from '../lib/kept';
import {keepPass, withPass} from './bookings';
import {api, newKey, told, type OfBooking} from './client';
import {keepPassTo, series} from './series';

/** What a link from a mail opens. */
export type Opened = {bookingId?: string; seriesId?: string; waitlistEntryId?: string};

/** Exchanges a link for a pass, which stays in this tab. Nothing is changed by it. */
export async function open(client: QueryClient, link: string): Promise<Opened> {
  const opened = (await told(api.POST('/api/v1/guest-passes', {body: {link}}))) as Opened & {pass: string};
  const {bookingId, seriesId, waitlistEntryId, pass} = opened;
  const id = bookingId ?? seriesId ?? waitlistEntryId;
  if (id) keepPass(id, pass);
  if (bookingId) keep(`link:${bookingId}`, link);
  if (seriesId) keepPassTo(await client.fetchQuery(series(seriesId)), pass);
  return opened;
}

/** By which a booking can be claimed, if it was opened by its link in this tab. */
export const linkOf = (bookingId: string) => kept<string>(`link:${bookingId}`);

/** Has a code sent that opens the intake of who comes; or of who comes along. */
export const askForCode = (bookingId: string, companion: boolean): Promise<OfBooking<'CodeView'>> =>
  told(
    api.POST('/api/v1/bookings/{id}/intake-codes', {
      params: {path: {id: bookingId}, header: {'Idempotency-Key': newKey()}},
      headers: withPass(bookingId),
      body: {companion},
    }),
  ) as Promise<OfBooking<'CodeView'>>;

export const showCode = (id: string, code: string): Promise<OfBooking<'IntakePassView'>> =>
  told(api.POST('/api/v1/intake-passes', {body: {id, code}})) as Promise<OfBooking<'IntakePassView'>>;
