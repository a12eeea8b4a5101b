import {cityOf, differ, visitorsZone} from './time';
import {speaks} from './words';
import en from './codes.en';

export type Said = typeof en;

const useWords = speaks('codes', {en, de: () => import('./codes.de'), es: () => import('./codes.es')});

/** Speaks codes: {@code named('treatment', 'SWEDISH')}; a code that is not known here is said by its label. */
export function useCodes() {
  const {t, language} = useWords();
  return {
    language,
    named: (kind: keyof typeof en, code: string, label = code) => t(`${kind}.${code}`, {defaultValue: label}),
    /** Whose clock shows a time, where it is not the visitor's. */
    zoneOf: (zone: string, time: string) =>
      differ(zone, visitorsZone(), time) ? ` (${t('zoneTime', {city: cityOf(zone)})})` : '',
    languageName: (code: string) => new Intl.DisplayNames([language], {type: 'language'}).of(code) ?? code,
  };
}
