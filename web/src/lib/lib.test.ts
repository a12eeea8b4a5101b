import {describe, expect, test} from 'vitest';
import {calendarFile} from './ics';
import {byUrgency} from './health';
import {money} from './money';
import {countdown, dateOf, differ, hour, partOfDay, plusDays, when} from './time';

describe('money', () => {
  test('is written as the language writes it, whole amounts without their empty fraction', () => {
    expect(money({cents: 8900, currency: 'EUR'}, 'en-GB')).toBe('€89');
    expect(money({cents: 4450, currency: 'EUR'}, 'de')).toBe('44,50\u00a0€');
  });
  test('knows currencies without a smaller unit', () => {
    expect(money({cents: 5000, currency: 'JPY'}, 'en')).toBe('¥5,000');
  });
});

describe('time', () => {
  const start = '2026-11-24T09:15:00+01:00';
  test('is shown by the zone that is asked for', () => {
    expect(when(start, 'Europe/Berlin', 'en-GB')).toBe('Tuesday 24 November, 09:15');
    expect(hour(start, 'Pacific/Auckland', 'en-GB')).toBe('21:15');
    expect(dateOf('2026-11-24T20:00:00+01:00', 'Pacific/Auckland')).toBe('2026-11-25');
  });
  test('differs where clocks differ, and only there', () => {
    expect(differ('Europe/Berlin', 'Europe/Madrid', start)).toBe(false);
    expect(differ('Europe/Berlin', 'Europe/London', start)).toBe(true);
  });
  test.each([
    ['2026-11-24T11:59:00+01:00', 'MORNING'],
    ['2026-11-24T12:00:00+01:00', 'AFTERNOON'],
    ['2026-11-24T16:59:00+01:00', 'AFTERNOON'],
    ['2026-11-24T17:00:00+01:00', 'EVENING'],
  ])('%s is in the %s, as the API divides the day', (time, part) => {
    expect(partOfDay(time, 'Europe/Berlin')).toBe(part);
  });
  test('days go on over months and changes of the clock', () => {
    expect(plusDays('2026-10-24', 2)).toBe('2026-10-26');
    expect(plusDays('2027-02-28', 1)).toBe('2027-03-01');
  });
  test('what is left never goes below nothing', () => {
    expect(countdown(9 * 60_000 + 41_001)).toBe('9:42');
    expect(countdown(-5)).toBe('0:00');
  });
});

describe('a calendar file', () => {
  const file = calendarFile({
    id: '1',
    start: '2026-11-24T09:15:00+01:00',
    end: '2026-11-24T10:15:00+01:00',
    title: 'Massage; with Mira, 60 min',
    place: 'Ä'.repeat(80),
    now: new Date('2026-11-21T12:00:00Z'),
  });
  test('has times in UTC and its text escaped', () => {
    expect(file).toContain('DTSTART:20261124T081500Z\r\n');
    expect(file).toContain('SUMMARY:Massage\\; with Mira\\, 60 min\r\n');
  });
  test('has no line of more than 75 bytes, and loses no letter in folding', () => {
    const bytes = new TextEncoder();
    for (const line of file.split('\r\n')) expect(bytes.encode(line).length).toBeLessThanOrEqual(75);
    expect(file.replaceAll('\r\n ', '')).toContain(`LOCATION:${'Ä'.repeat(80)}\r\n`);
  });
});

test('what is urgent is asked first, and what is not known here last', () => {
  expect(byUrgency(['NEW_ONE', 'SCOLIOSIS', 'FEVER'], (code) => code)).toEqual(['FEVER', 'SCOLIOSIS', 'NEW_ONE']);
});
