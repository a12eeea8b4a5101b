import {expect, test} from 'vitest';
import {around, contrast, isEmbedded, readableOn} from './embed';

test('only what lies below its address is embedded', () => {
  expect(['/embed', '/embed/therapists'].every(isEmbedded)).toBe(true);
  expect(['/', '/embedded', '/therapists/embed'].some(isEmbedded)).toBe(false);
});

test('of what the page around says, only what is as it must be is taken', () => {
  const said = {origin: 'https://spree.example', look: 'dark', language: 'de', primary: '#7A3E9D'};
  expect(around(JSON.stringify(said))).toEqual(said);
  expect(around(JSON.stringify({...said, look: 'pink', language: 'x<y', primary: 'red;}'}))).toEqual({origin: said.origin});
  for (const wrong of ['', 'null', '{}', '"text"', JSON.stringify({...said, origin: '*'}), JSON.stringify({...said, origin: 'https://a.example/x'})]) {
    expect(around(wrong), wrong).toBeUndefined();
  }
});

test('a clinic’s colour is left as it is where it can be read, and is made readable where not', () => {
  expect(contrast('#000000', '#ffffff')).toBeCloseTo(21);
  expect(readableOn('#ffffff', '#0f6e6e')).toBe('#0f6e6e');
  for (const ground of ['#e3f1ef', '#17393a', '#ffffff']) {
    for (const colour of ['#ffee00', '#7a3e9d', '#ffffff', '#000000', '#ff0000', '#123456']) {
      expect(contrast(readableOn(ground, colour), ground), `${colour} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
  }
});
