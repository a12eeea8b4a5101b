import i18next from 'i18next';
import {initReactI18next, useTranslation} from 'react-i18next';
import {around, isEmbedded} from './embed';

/** The languages of the pages; the first is spoken to whoever speaks none of them. */
export const LANGUAGES = ['en', 'de', 'es'] as const;
export type Language = (typeof LANGUAGES)[number];

type Tree = {[key: string]: string | Tree};
type Later<T> = () => Promise<{default: T}>;
/** What a feature says, with the same keys in every language: in English at once, in the others when they are spoken. */
export type Words<T extends Tree = Tree> = {en: T} & Record<Exclude<Language, 'en'>, T | Later<T>>;

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
  const outside = isEmbedded() ? around()?.language : undefined;
  const wanted = [outside ?? chosen ?? '', ...navigator.languages].map((language) => language.split('-')[0]);
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

const unsaid: {namespace: string; language: Language; load: Later<Tree>}[] = [];

/** Called once, when a feature is loaded, with what it says; what comes back speaks. */
export function speaks<T extends Tree>(namespace: string, words: Words<T>) {
  for (const language of LANGUAGES) {
    const said = words[language];
    if (typeof said === 'function') unsaid.push({namespace, language, load: said});
    else i18next.addResourceBundle(language, namespace, said, true, true);
  }
  return () => {
    const {t, i18n} = useTranslation(namespace);
    return {t, language: asWrittenHere(i18n.language)};
  };
}

/** Once all that is loaded so far can be said in this language. What can't be had now is said in English. */
export async function spoken(language = i18next.language): Promise<void> {
  const wanted = unsaid.filter((one) => one.language === language && !i18next.hasResourceBundle(language, one.namespace));
  await Promise.all(
    wanted.map(({namespace, load}) =>
      load().then(
        (words) => i18next.addResourceBundle(language, namespace, words.default, true, true),
        () => undefined,
      ),
    ),
  );
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
  void spoken(language).then(() => i18next.changeLanguage(language));
}
