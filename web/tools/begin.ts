/** The scripts of one page: what it always needs, and its words in each language that is not in them. */
export type Scripts = {all: string[]} & Partial<Record<string, string[]>>;

export type Page = {
  /** Which paths show it; a regular expression. */
  address: string;
  scripts: Scripts;
  /** Where its first words stand, as the page itself has them: the classes of what is around. */
  main?: string;
  words?: string;
  /** By language. In a title, {{treatment}} is the one that the address names. */
  says?: Record<string, {title: string; sought?: string; lead?: string}>;
};

export type Beginning = {
  languages: string[];
  treatments: Record<string, Record<string, string>>;
  app: Scripts;
  entry: string;
  pages: Page[];
};

/**
 * Runs in the page itself, before all else, and so stands alone: shows the page's first words in the visitor's language
 * and look, and once they are painted fetches all scripts of the page at once. On a slow line there is something to read
 * after one answer, and the line is waited for once more, not thrice.
 */
export function begin({languages, treatments, app, entry, pages}: Beginning) {
  const kept = (key: string) => {
    try {
      return localStorage.getItem(key);
    } catch {
      return null;
    }
  };
  const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? '';
  const whole = document.documentElement;
  const embedded = /^\/embed(\/|$)/.test(location.pathname);
  const path = location.pathname.replace(/^\/embed(?=\/|$)/, '') || '/';
  const page = pages.find(({address}) => new RegExp(address).test(path));
  const wanted = [kept('language') ?? '', ...navigator.languages].map((one) => one.split('-')[0]!);
  const language = wanted.find((one) => languages.includes(one)) ?? languages[0]!;

  const add = (name: string, attributes: Record<string, string>) =>
    document.head.append(Object.assign(document.createElement(name), {nonce, crossOrigin: '', ...attributes}));
  let fetched = false;
  const fetchScripts = () => {
    if (fetched) return;
    fetched = true;
    for (const scripts of [app, ...(page ? [page.scripts] : [])]) {
      for (const href of [...scripts.all, ...(scripts[language] ?? [])]) add('link', {rel: 'modulepreload', href});
    }
    add('script', {type: 'module', src: entry});
  };
  // In a frame there is another page's look around it, and what is not seen is not painted.
  if (embedded || document.hidden || !globalThis.PerformanceObserver?.supportedEntryTypes.includes('paint')) fetchScripts();
  else {
    new PerformanceObserver(fetchScripts).observe({type: 'paint', buffered: true});
    setTimeout(fetchScripts, 1000);
  }
  if (embedded) return;

  const look = kept('look');
  if (look === 'light' || look === 'dark') whole.dataset.look = look;
  whole.lang = language;
  const said = page?.says?.[language];
  if (!said) return;
  const treatment = treatments[language]?.[new URLSearchParams(location.search).get('treatment') ?? ''];
  const main = Object.assign(document.createElement('main'), {className: page.main ?? ''});
  const words = Object.assign(document.createElement('div'), {className: page.words ?? ''});
  const title = treatment && said.sought ? said.sought.replace('{{treatment}}', treatment) : said.title;
  words.append(Object.assign(document.createElement('h1'), {textContent: title}));
  if (said.lead) words.append(Object.assign(document.createElement('p'), {className: 'mt-2 max-w-[60ch] text-muted', textContent: said.lead}));
  main.append(words);
  document.getElementById('root')?.firstElementChild?.append(main);
}
