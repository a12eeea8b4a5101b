/** An amount in the currency's smallest unit, as the API tells it. */
export type Money = {cents: number; currency: string};

/** How a language writes a currency, and how many digits the smaller unit has. */
type Written = {digits: number; whole: Intl.NumberFormat; broken: Intl.NumberFormat};
const written = new Map<string, Written>();

function writing(currency: string, language: string): Written {
  const known = written.get(language + currency);
  if (known) return known;
  const broken = new Intl.NumberFormat(language, {style: 'currency', currency});
  const made = {
    digits: broken.resolvedOptions().maximumFractionDigits ?? 2,
    whole: new Intl.NumberFormat(language, {style: 'currency', currency, minimumFractionDigits: 0}),
    broken,
  };
  written.set(language + currency, made);
  return made;
}

/** As the language writes it; whole amounts without their empty fraction. */
export function money({cents, currency}: Money, language: string): string {
  const {digits, whole, broken} = writing(currency, language);
  const amount = cents / 10 ** digits;
  return (Number.isInteger(amount) ? whole : broken).format(amount);
}
