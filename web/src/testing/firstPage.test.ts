import {afterEach, beforeEach, describe, expect, test, vi} from 'vitest';
import {begin, type Beginning} from '../../tools/begin';

const BEGINNING: Beginning = {
  languages: ['en', 'de'],
  treatments: {en: {THAI: 'Thai massage'}, de: {THAI: 'Thai-Massage'}},
  app: {all: ['/app.js'], de: ['/app-de.js']},
  entry: '/app.js',
  pages: [
    {
      address: '^/therapists$',
      scripts: {all: ['/list.js'], de: ['/list-de.js']},
      main: 'pt-6',
      says: {en: {title: 'Therapists', sought: 'Free for {{treatment}}', lead: 'All licensed.'}, de: {title: 'Therapeuten', sought: 'Frei für {{treatment}}', lead: 'Alle zugelassen.'}},
    },
  ],
};

let painted: () => void;
beforeEach(() => {
  document.head.replaceChildren();
  document.body.innerHTML = '<div id="root"><div>Rhomboid</div></div>';
  document.documentElement.removeAttribute('lang');
  delete document.documentElement.dataset.look;
  vi.stubGlobal(
    'PerformanceObserver',
    class {
      static supportedEntryTypes = ['paint'];
      constructor(told: () => void) {
        painted = told;
      }
      observe() {}
    },
  );
  vi.spyOn(document, 'hidden', 'get').mockReturnValue(false);
  vi.useFakeTimers();
});
afterEach(() => {
  history.replaceState(null, '', '/');
  vi.useRealTimers();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

const at = (address: string) => {
  history.replaceState(null, '', address);
  begin(BEGINNING);
};
const fetched = () => [...document.head.children].map((one) => one.getAttribute('href') ?? one.getAttribute('src'));

describe('before its scripts are there, a page', () => {
  test('says what it will say, in the visitor’s language and look', () => {
    localStorage.setItem('language', 'de');
    localStorage.setItem('look', 'dark');
    at('/therapists?treatment=THAI');
    expect(document.querySelector('h1')).toHaveTextContent('Frei für Thai-Massage');
    expect(document.querySelector('main p')).toHaveTextContent('Alle zugelassen.');
    expect([document.documentElement.lang, document.documentElement.dataset.look]).toEqual(['de', 'dark']);
  });

  test('names no treatment that it does not know, whatever the address says', () => {
    at('/therapists?treatment=<img%20src=x>');
    expect(document.querySelector('main')!.innerHTML).toBe('<div class=""><h1>Therapists</h1><p class="mt-2 max-w-[60ch] text-muted">All licensed.</p></div>');
  });

  test('fetches its scripts when its words are painted, each once, and runs the app', () => {
    localStorage.setItem('language', 'de');
    at('/therapists');
    expect(fetched()).toEqual([]);
    painted();
    painted();
    vi.runAllTimers();
    expect(fetched()).toEqual(['/app.js', '/app-de.js', '/list.js', '/list-de.js', '/app.js']);
    expect(document.head.lastElementChild).toMatchObject({tagName: 'SCRIPT', type: 'module'});
  });

  test('does not wait for ever for a paint', () => {
    at('/nobody/knows/this');
    expect(document.querySelector('main')).toBeNull();
    vi.runAllTimers();
    expect(fetched()).toEqual(['/app.js', '/app.js']);
  });

  test('fetches at once where nothing is painted: in another tab, and in a frame, which says nothing of its own', () => {
    at('/embed/therapists');
    expect(fetched()).toContain('/list.js');
    expect(document.querySelector('main')).toBeNull();
    document.head.replaceChildren();
    vi.spyOn(document, 'hidden', 'get').mockReturnValue(true);
    at('/therapists');
    expect(fetched()).toContain('/list.js');
  });
});
