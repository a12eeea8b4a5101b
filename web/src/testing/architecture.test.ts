import {existsSync, readFileSync, readdirSync} from 'node:fs';
import {dirname, join, relative, resolve} from 'node:path';
import {expect, test} from 'vitest';

const root = resolve(import.meta.dirname, '..');

/** Where a file belongs: app, api, ui, lib, testing, or features/<one>; what lies at the top is the app's. */
function partOf(file: string): string {
  const [first = '', second = ''] = relative(root, file).split('/');
  if (first === 'features') return `features/${second}`;
  return ['api', 'ui', 'lib', 'testing'].includes(first) ? first : 'app';
}

/** What may be imported from where; nothing else may. */
function allowed(from: string, to: string): boolean {
  if (from === to || from === 'app' || from === 'testing') return true;
  if (from.startsWith('features/')) return ['api', 'ui', 'lib'].includes(to);
  if (from === 'api') return to === 'lib';
  if (from === 'ui') return to === 'lib';
  return false;
}

function importsOf(file: string): string[] {
  const text = readFileSync(file, 'utf8');
  return [...text.matchAll(/(?:from|import\()\s*['"](\.[^'"]+)['"]/g)].map(([, path]) => resolve(dirname(file), path!));
}

const files = readdirSync(root, {recursive: true, encoding: 'utf8'})
  .filter((name) => /\.tsx?$/.test(name))
  .map((name) => join(root, name));

test('features know neither each other nor the app, and what is below knows nothing above', () => {
  const wrong = files.flatMap((file) =>
    importsOf(file)
      .filter((target) => !allowed(partOf(file), partOf(target)))
      .map((target) => `${relative(root, file)} → ${relative(root, target)}`),
  );
  expect(wrong).toEqual([]);
});

test('the arrows would be seen if they were broken', () => {
  expect(allowed('features/guide', 'features/booking')).toBe(false);
  expect(allowed('ui', 'api')).toBe(false);
  expect(allowed('lib', 'ui')).toBe(false);
  expect(allowed('api', 'ui')).toBe(false);
  const seen = importsOf(join(root, 'app/routes.tsx'));
  expect(seen.map(partOf)).toContain('features/guide');
  expect(seen.every((target) => ['', '.ts', '.tsx'].some((ending) => existsSync(target + ending)))).toBe(true);
});

test('what is said about a body is in no address', () => {
  const searches = files.filter((file) => file.endsWith('search.ts')).map((file) => readFileSync(file, 'utf8'));
  expect(searches.length).toBeGreaterThan(1);
  for (const search of searches) expect(search).not.toMatch(/\b(pain|health|areas|qualities|words|has)\b\s*:/);
});
