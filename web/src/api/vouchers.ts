import {queryOptions} from '@tanstack/react-query';
import {api, told, type OfBooking} from './client';

export type Voucher = OfBooking<'VoucherView'>;
export type GiftCard = OfBooking<'GiftCardView'>;

export const vouchers = (clientId: string) =>
  queryOptions({
    queryKey: ['vouchers', clientId],
    queryFn: async () => (await told(api.GET('/api/v1/vouchers', {params: {query: {clientId}}}))).vouchers,
  });

/** What a gift card is good for. Its code is sent in a body and is part of no address. */
export const giftCard = (code: string): Promise<GiftCard> => told(api.POST('/api/v1/vouchers/gift-card', {body: {code}})) as Promise<GiftCard>;
