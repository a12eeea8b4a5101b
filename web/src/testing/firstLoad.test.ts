import {expect, test} from 'vitest';
import {firstLoad, PROMISED} from '../../tools/firstLoad.mjs';

// The build fails above PROMISED (tools/compress.mjs); here is what it counts.
const manifest = {
  'index.html': {file: 'index.js', assets: ['fraunces.woff2'], dynamicImports: ['src/app/routes.tsx']},
  'src/app/routes.tsx': {file: 'routes.js', imports: ['_react.js'], dynamicImports: ['src/features/staff/StaffPage.tsx', '_de.js']},
  '_react.js': {file: 'react.js'},
  '_de.js': {file: 'de.js', name: 'de'},
  'src/features/guide/LandingPage.tsx': {file: 'landing.js', imports: ['_react.js', '_chips.js'], dynamicImports: ['src/features/guide/words.es.ts']},
  '_chips.js': {file: 'chips.js'},
  'src/features/guide/words.es.ts': {file: 'guide-es.js'},
  'src/features/staff/StaffPage.tsx': {file: 'staff.js'},
};

test('the first load is all that is needed from landing to booked: the page, scripts and fonts, each once', () => {
  expect(firstLoad(manifest).en).toEqual(['index.html', 'index.js', 'fraunces.woff2', 'routes.js', 'react.js', 'landing.js', 'chips.js']);
});

test('who speaks another language loads that one, too, and nobody loads what staff see', () => {
  const {en, de, es} = firstLoad(manifest);
  expect(de).toEqual([...en!, 'de.js']);
  expect(es).toEqual([...en!, 'guide-es.js']);
});

test('no more than 200 KiB of it is promised', () => {
  expect(PROMISED).toBe(204_800);
});
