import {cityOf, differ, visitorsZone} from './time';
import {speaks} from './words';
import en from './codes.en';

export type Said = typeof en;

const useWords = speaks('codes', {en, de: () => import('./codes.de'), es: () => import('./codes.es')});

const names = new Map<string, Intl.DisplayNames>();

/** What the languages are called in one of them. */
function languagesIn(language: string): Intl.DisplayNames {
  let known = names.get(language);
  if (!known) names.set(language, (known = new Intl.DisplayNames([language], {type: 'language'})));
  return known;
}

/** Speaks codes: {@code named('treatment', 'SWEDISH')}; a code that is not known here is said by its label. */
export function useCodes() {
  const {t, language} = useWords();
  return {
    language,
    named: (kind: keyof typeof en, code: string, label = code) => t(`${kind}.${code}`, {defaultValue: label}),
    /** Whose clock shows a time, where it is not the visitor's. */
    zoneOf: (zone: string, time: string) =>
      differ(zone, visitorsZone(), time) ? ` (${t('zoneTime', {city: cityOf(zone)})})` : '',
    languageName: (code: string) => languagesIn(language).of(code) ?? code,
  };
}
