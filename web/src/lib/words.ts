import i18next from 'i18next';
import {initReactI18next, useTranslation} from 'react-i18next';

/** The languages of the pages; the first is spoken to whoever speaks none of them. */
export const LANGUAGES = ['en', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

type Tree = {[key: string]: string | Tree};
/** What a feature says, in every language with the same keys. */
export type Words<T extends Tree = Tree> = Record<Language, T>;

const CHOICE = 'language';
const RIGHT_TO_LEFT = new Set(['ar', 'fa', 'he', 'ur']);

const known = (language: string): language is Language => (LANGUAGES as readonly string[]).includes(language);

function firstLanguage(): Language {
  let chosen: string | null = null;
  try {
    chosen = localStorage.getItem(CHOICE);
  } catch {
    // nothing is kept here: as the browser says
  }
  const wanted = [chosen ?? '', ...navigator.languages].map((language) => language.split('-')[0]);
  return wanted.find(known) ?? 'en';
}

function tellDocument(language: string) {
  document.documentElement.lang = language;
  document.documentElement.dir = RIGHT_TO_LEFT.has(language) ? 'rtl' : 'ltr';
}

void i18next.use(initReactI18next).init({
  lng: firstLanguage(),
  fallbackLng: 'en',
  resources: {},
  initAsync: false,
  interpolation: {escapeValue: false}, // React does
  react: {useSuspense: false, bindI18nStore: ''},
});
tellDocument(i18next.language);
i18next.on('languageChanged', tellDocument);

/** Called once, when a feature is loaded, with what it says; what comes back speaks. */
export function speaks(namespace: string, words: Words) {
  for (const language of LANGUAGES) i18next.addResourceBundle(language, namespace, words[language], true, true);
  return () => {
    const {t, i18n} = useTranslation(namespace);
    return {t, language: asWrittenHere(i18n.language)};
  };
}

/** The language with the region that the browser asks for, since dates and amounts are written by region: en-GB. */
function asWrittenHere(language: string): string {
  return navigator.languages.find((one) => one.split('-')[0] === language) ?? language;
}

export function speak(language: Language) {
  try {
    localStorage.setItem(CHOICE, language);
  } catch {
    // for this visit only
  }
  void i18next.changeLanguage(language);
}
