import {readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import {expect, test} from 'vitest';
import de from '../lib/guide/de';
import es from '../lib/guide/es';
import {translated} from '../lib/guide/said';

// What the guide and the screening can say stands in the catalogue's own files.
const resources = resolve(import.meta.dirname, '../../../therapist-service/src/main/resources');
const json = (name: string): unknown => JSON.parse(readFileSync(`${resources}/${name}`, 'utf8'));

function texts(of: unknown, key = ''): string[] {
  if (typeof of === 'string') return ['says', 'advice', 'notice'].includes(key) ? [of] : [];
  if (Array.isArray(of)) return of.flatMap((one) => texts(one, key));
  if (of === null || typeof of !== 'object') return [];
  return Object.entries(of).flatMap(([name, value]) => texts(value, name));
}
const rules = json('guide/rules.json') as {verdicts: Record<string, string>};
const all = new Set([...texts(rules), ...Object.values(rules.verdicts), ...texts(json('catalogue/contraindications.json'))]);

test.each([
  ['de', de],
  ['es', es],
])('all that the guide can say is said in %s, with the same parts filled in', (_, known) => {
  expect(all.size).toBeGreaterThan(60);
  expect([...all].filter((text) => !known[text])).toEqual([]);
  const parts = (text: string) => [...text.matchAll(/{\w+}/g)].map(String).sort();
  for (const [english, text] of Object.entries(known)) expect(parts(text), english).toEqual(parts(english));
});

test('what the service fills in is kept, and what is not known is left as it came', () => {
  expect(translated('You wrote: stiff neck.', de)).toBe('Sie schrieben: stiff neck.');
  expect(translated('Its pressure (firm) is what you prefer.', de)).toBe('Ihr Druck (fest) ist der, den Sie mögen.');
  expect(translated('Something new.', de)).toBeUndefined();
});
