/** An amount in the currency's smallest unit, as the API tells it. */
export type Money = {cents: number; currency: string};

/** As the language writes it; whole amounts without their empty fraction. */
export function money({cents, currency}: Money, language: string): string {
  const digits = new Intl.NumberFormat(language, {style: 'currency', currency}).resolvedOptions().maximumFractionDigits ?? 2;
  const amount = cents / 10 ** digits;
  return new Intl.NumberFormat(language, {
    style: 'currency',
    currency,
    minimumFractionDigits: Number.isInteger(amount) ? 0 : digits,
  }).format(amount);
}
