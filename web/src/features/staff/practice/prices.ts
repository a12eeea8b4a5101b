import type {Therapist} from '../../../api/catalogue';
import type {PriceList} from '../../../api/practice';

/** As it is sent back, with what is sold at other clinics. */
export const priceListOf = ({offers, packages}: Pick<Therapist, 'offers' | 'packages'>): PriceList => ({
  offers: offers.map(({clinicId, treatment, lengthMinutes, price, included}) => ({clinicId, treatment, lengthMinutes, price: amount(price), included})),
  packages: packages.map(({name, clinicId, treatment, lengthMinutes, sessions, price, validDays}) => ({name, clinicId, treatment, lengthMinutes, sessions, price: amount(price), validDays})),
});

const amount = (price: {cents: number; currency: string} | undefined) => ({cents: price?.cents ?? 0, currency: price?.currency ?? ''});

/** 8950 → 89.50, 8900 → 89 */
export const written = (cents: number | undefined): string =>
  cents === undefined ? '' : cents % 100 === 0 ? String(cents / 100) : (cents / 100).toFixed(2);

/** 89, 89.5 or 89,50 in cents; undefined for what is no amount. */
export function centsOf(text: string): number | undefined {
  const parts = /^\s*(\d{1,6})(?:[.,](\d{1,2}))?\s*$/.exec(text);
  if (!parts) return undefined;
  return Number(parts[1]) * 100 + Number((parts[2] ?? '').padEnd(2, '0'));
}
