import type {Plugin, Rollup} from 'vite';
import timesInEnglish from '../src/features/availability/words.en.ts';
import timesInGerman from '../src/features/availability/words.de.ts';
import timesInSpanish from '../src/features/availability/words.es.ts';
import bookingInEnglish from '../src/features/booking/words.en.ts';
import bookingInGerman from '../src/features/booking/words.de.ts';
import bookingInSpanish from '../src/features/booking/words.es.ts';
import guideInEnglish from '../src/features/guide/words.en.ts';
import guideInGerman from '../src/features/guide/words.de.ts';
import guideInSpanish from '../src/features/guide/words.es.ts';
import listInEnglish from '../src/features/therapists/words.en.ts';
import listInGerman from '../src/features/therapists/words.de.ts';
import listInSpanish from '../src/features/therapists/words.es.ts';
import codesInEnglish from '../src/lib/codes.en.ts';
import codesInGerman from '../src/lib/codes.de.ts';
import codesInSpanish from '../src/lib/codes.es.ts';
import {begin, type Beginning, type Page, type Scripts} from './begin.ts';

const LANGUAGES = ['en', 'de', 'es'] as const;
/** All but the first, which is in the scripts themselves. */
const LATER = ['de', 'es'] as const;

/** The same of each language's words. */
const inAll = <W, T>(en: W, de: W, es: W, take: (words: W) => T) => ({en: take(en), de: take(de), es: take(es)});

/**
 * Which page an address shows first, as app/routes.tsx has it, and what it says before its scripts are there, where it
 * will say it; only those that strangers come to.
 */
const PAGES: (Omit<Page, 'scripts'> & {file: string})[] = [
  {
    address: '^/$',
    file: 'features/guide/LandingPage.tsx',
    main: 'grid grid-cols-1 pt-6 lg:grid-cols-[380px_1fr] lg:gap-x-14 lg:pt-9',
    words: 'lg:col-start-2',
    says: inAll(guideInEnglish, guideInGerman, guideInSpanish, ({title, lead}) => ({title, lead})),
  },
  {
    address: '^/therapists/?$',
    file: 'features/therapists/ListPage.tsx',
    main: 'pt-6',
    says: inAll(listInEnglish, listInGerman, listInSpanish, ({title, freeFor, lead}) => ({title, sought: freeFor, lead})),
  },
  {address: '^/therapists/[^/]+$', file: 'features/therapists/ProfilePage.tsx'},
  {
    address: '^/therapists/[^/]+/times$',
    file: 'features/availability/TimesPage.tsx',
    // Below the way back.
    main: 'pt-20',
    words: 'flex min-h-[4.7rem] items-end sm:min-h-0',
    says: inAll(timesInEnglish, timesInGerman, timesInSpanish, ({title}) => ({title: title.replace('{{name}}', '…')})),
  },
  {
    address: '^/book$',
    file: 'features/booking/HoldPage.tsx',
    main: 'pt-6',
    says: inAll(bookingInEnglish, bookingInGerman, bookingInSpanish, ({who, lead}) => ({title: who, lead})),
  },
  {address: '^/visits$', file: 'features/visits/VisitsPage.tsx'},
];

const TREATMENTS = inAll(codesInEnglish, codesInGerman, codesInSpanish, ({treatment}) => treatment);

/**
 * Makes the one answer that a page is a page to be read: its styles stand in it, and its first words are there before its
 * scripts are ({@link begin}), which are fetched together then, whatever imports what. The headings' font comes beside.
 */
export function firstPage(): Plugin {
  return {
    name: 'first-page',
    config: () => ({build: {cssCodeSplit: false}}),
    transformIndexHtml: {
      order: 'post',
      handler(html, {bundle}) {
        if (!bundle) return [];
        const chunks = Object.values(bundle).filter((one): one is Rollup.OutputChunk => one.type === 'chunk');
        const entry = chunks.find(({isEntry, name}) => isEntry && name === 'index')!;
        const withImports = (chunk: Rollup.OutputChunk, found = new Set<string>()): Set<string> => {
          if (found.has(chunk.fileName)) return found;
          found.add(chunk.fileName);
          for (const name of chunk.imports) withImports(bundle[name] as Rollup.OutputChunk, found);
          return found;
        };
        const address = (names: Iterable<string>) => [...names].map((name) => `/${name}`);
        // The entry asks for its parts one after the other, so that each begins in a task of its own.
        const always = entry.dynamicImports.reduce((found, name) => withImports(bundle[name] as Rollup.OutputChunk, found), withImports(entry));
        const scripts = (names: Set<string>, without = new Set<string>()): Scripts => {
          const all = [...names].filter((name) => !without.has(name));
          const words = (language: string) =>
            all
              .flatMap((name) => (bundle[name] as Rollup.OutputChunk).dynamicImports)
              .filter((name) => (bundle[name] as Rollup.OutputChunk).facadeModuleId?.endsWith(`.${language}.ts`));
          return {all: address(all), ...Object.fromEntries(LATER.map((language) => [language, address(words(language))]))};
        };
        const pages = PAGES.map(({file, ...page}): Page => {
          const chunk = chunks.find(({facadeModuleId}) => facadeModuleId?.endsWith(file));
          if (!chunk) throw new Error(`no page ${file}`);
          return {...page, scripts: scripts(withImports(chunk), always)};
        });
        const beginning: Beginning = {languages: [...LANGUAGES], treatments: TREATMENTS, app: scripts(always), entry: `/${entry.fileName}`, pages};

        const style = Object.values(bundle).find((one): one is Rollup.OutputAsset => one.type === 'asset' && one.fileName.endsWith('.css'));
        if (!style) throw new Error('no styles');
        delete bundle[style.fileName];
        const font = Object.keys(bundle).find((name) => name.endsWith('.woff2'));
        return {
          // What the build has named here is fetched by the script below, and the styles stand in the page.
          html: html.replace(/\s*<(?:script type="module"[^>]*><\/script>|link rel="(?:modulepreload|stylesheet)"[^>]*>)/g, ''),
          tags: [
            ...(font ? [{tag: 'link', injectTo: 'head' as const, attrs: {rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${font}`}}] : []),
            {tag: 'style', injectTo: 'head', attrs: {nonce: '{nonce}'}, children: String(style.source)},
            {tag: 'script', injectTo: 'body', attrs: {nonce: '{nonce}'}, children: `(${begin.toString()})(${JSON.stringify(beginning)})`},
          ],
        };
      },
    },
  };
}
