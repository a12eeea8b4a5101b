import type {Plugin, Rollup} from 'vite';

/** All but the first, which is in the scripts themselves. */
const LANGUAGES = ['de', 'es'] as const;

/** Which page an address shows first, as app/routes.tsx has it; only those that strangers come to. */
const PAGES: [address: string, file: string][] = [
  ['^/$', 'features/guide/LandingPage.tsx'],
  ['^/therapists/?$', 'features/therapists/ListPage.tsx'],
  ['^/therapists/[^/]+$', 'features/therapists/ProfilePage.tsx'],
  ['^/therapists/[^/]+/times$', 'features/availability/TimesPage.tsx'],
  ['^/book$', 'features/booking/HoldPage.tsx'],
  ['^/visits$', 'features/visits/VisitsPage.tsx'],
];

type Scripts = {all: string[]} & Record<(typeof LANGUAGES)[number], string[]>;

// Runs in the page, before all else. Names the scripts of the page that is asked for, and the visitor's words.
const fetchBeside = (app: Scripts, pages: [address: string, scripts: Scripts][]) => `(() => {
  const nonce = document.currentScript.nonce;
  let chosen = '';
  try { chosen = localStorage.getItem('language') ?? ''; } catch {}
  const language = [chosen, ...navigator.languages].map((one) => one.split('-')[0]).find((one) => one === 'en' || ${JSON.stringify(LANGUAGES)}.includes(one));
  const path = location.pathname.replace(/^\\/embed(?=\\/|$)/, '') || '/';
  const page = ${JSON.stringify(pages)}.find(([address]) => new RegExp(address).test(path))?.[1];
  for (const {all, [language]: words = []} of [${JSON.stringify(app)}, page].filter(Boolean)) {
    for (const href of [...all, ...words]) document.head.append(Object.assign(document.createElement('link'), {rel: 'modulepreload', nonce, href}));
  }
})()`;

/**
 * Lets the browser fetch the first page's scripts together with the app's own instead of after it, so that a slow line is
 * waited for once; and the headings' font with them.
 */
export function firstPage(): Plugin {
  return {
    name: 'first-page',
    transformIndexHtml: {
      order: 'post',
      handler(_, {bundle}) {
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
        const scripts = (chunk: Rollup.OutputChunk, without = new Set<string>()): Scripts => {
          const all = [...withImports(chunk)].filter((name) => !without.has(name));
          const words = (language: string) =>
            all
              .flatMap((name) => (bundle[name] as Rollup.OutputChunk).dynamicImports)
              .filter((name) => (bundle[name] as Rollup.OutputChunk).facadeModuleId?.endsWith(`.${language}.ts`));
          return {all: address(all), de: address(words('de')), es: address(words('es'))};
        };
        const always = withImports(entry);
        const pages = PAGES.map(([path, file]): [string, Scripts] => {
          const chunk = chunks.find(({facadeModuleId}) => facadeModuleId?.endsWith(file));
          if (!chunk) throw new Error(`no page ${file}`);
          return [path, scripts(chunk, always)];
        });
        // The build names these itself.
        const app = {...scripts(entry), all: []};
        const font = Object.keys(bundle).find((name) => name.endsWith('.woff2'));
        return [
          {tag: 'script', injectTo: 'head-prepend', attrs: {nonce: '{nonce}'}, children: fetchBeside(app, pages)},
          ...(font ? [{tag: 'link', injectTo: 'head' as const, attrs: {rel: 'preload', as: 'font', type: 'font/woff2', crossorigin: '', href: `/${font}`}}] : []),
        ];
      },
    },
  };
}
