import i18next from 'i18next';
import {expect, test} from 'vitest';
import {LANGUAGES, spoken} from '../lib/words';

// Every feature says what it says when it is loaded.
const modules = import.meta.glob(['../**/words.ts', '../lib/codes.ts'], {eager: true});
await Promise.all(LANGUAGES.map((language) => spoken(language)));

type Tree = {[key: string]: string | Tree};

function flat(tree: Tree, before = ''): Map<string, string> {
  const all = new Map<string, string>();
  for (const [key, value] of Object.entries(tree)) {
    if (typeof value === 'string') all.set(before + key, value);
    else for (const [below, words] of flat(value, `${before}${key}.`)) all.set(below, words);
  }
  return all;
}

const placeholders = (words: string) => [...words.matchAll(/{{(\w+)}}/g)].map(([, name]) => name).sort();

// What services say in English is another matter; see said.test.ts.
const namespaces = Object.keys(i18next.services.resourceStore.data.en ?? {}).filter((name) => name !== 'said');

test('there are words at all', () => {
  expect(Object.keys(modules).length).toBeGreaterThan(5);
  expect(namespaces).toContain('guide');
});

test.each(namespaces)('%s is said in every language, with the same parts filled in', (namespace) => {
  const english = flat(i18next.getResourceBundle('en', namespace) as Tree);
  for (const language of LANGUAGES) {
    const words = flat(i18next.getResourceBundle(language, namespace) as Tree);
    expect([...words.keys()].sort(), language).toEqual([...english.keys()].sort());
    for (const [key, text] of words) {
      expect(text.trim(), `${language} ${key}`).not.toBe('');
      expect(placeholders(text), `${language} ${key}`).toEqual(placeholders(english.get(key)!));
    }
  }
});
