import {readdirSync, readFileSync} from 'node:fs';
import {resolve} from 'node:path';
import ICAL from 'ical.js';
import {expect, test} from 'vitest';

// What the services write, held to these files by TheCalendarEntryTest and WritingAFeedTest. Read here by a parser that
// has nothing in common with theirs: it is the one of Thunderbird.
const ROOT = resolve(import.meta.dirname, '../../..');
const folders = ['notification-service', 'booking-service'].map((service) => `${ROOT}/${service}/src/test/resources/calendars`);

type Entry = {uid: string; start: string; end: string; status: string; sequence: number};

function read(file: string): {method: string | null; entries: Entry[]; location: string; attendees: number} {
  const folder = folders.find((one) => readdirSync(one).includes(file));
  const calendar = new ICAL.Component(ICAL.parse(readFileSync(`${folder}/${file}`, 'utf8')));
  const zones = new Map(
    calendar.getAllSubcomponents('vtimezone').map((zone) => [zone.getFirstPropertyValue('tzid'), new ICAL.Timezone(zone)]),
  );
  const events = calendar.getAllSubcomponents('vevent');
  const instant = (event: InstanceType<typeof ICAL.Component>, name: string) => {
    const property = event.getFirstProperty(name)!;
    const time = property.getFirstValue() as InstanceType<typeof ICAL.Time>;
    const tzid = property.getFirstParameter('tzid');
    // By the rules in the file itself, not by what the machine knows of a zone of that name.
    if (tzid) time.zone = zones.get(tzid)!;
    return time.toJSDate().toISOString();
  };
  return {
    method: calendar.getFirstPropertyValue('method') as string | null,
    entries: events.map((event) => ({
      uid: event.getFirstPropertyValue('uid') as string,
      start: instant(event, 'dtstart'),
      end: instant(event, 'dtend'),
      status: event.getFirstPropertyValue('status') as string,
      sequence: Number(event.getFirstPropertyValue('sequence')),
    })),
    location: events[0]!.getFirstPropertyValue('location') as string,
    attendees: events[0]!.getAllProperties('attendee').length,
  };
}

const UID = '0b8f7b0e-0000-4000-8000-000000000001@rhomboid.example';
const entry = (start: string, end: string, sequence: number, status = 'CONFIRMED', uid = UID): Entry => ({
  uid,
  start: `${start}:00.000Z`,
  end: `${end}:00.000Z`,
  status,
  sequence,
});

test.each([
  ['confirmed-berlin.ics', 'REQUEST', [entry('2027-03-27T22:30', '2027-03-27T23:30', 2)]],
  ['confirmed-new-york.ics', 'REQUEST', [entry('2027-03-28T03:30', '2027-03-28T04:30', 2)]],
  ['confirmed-utc.ics', 'REQUEST', [entry('2027-03-27T23:30', '2027-03-28T00:30', 2)]],
  // In the hour that the clock says twice.
  ['moved.ics', 'REQUEST', [entry('2026-10-25T00:30', '2026-10-25T01:30', 3)]],
  ['cancelled.ics', 'CANCEL', [entry('2026-11-24T08:15', '2026-11-24T09:15', 4, 'CANCELLED')]],
  ['couple.ics', 'REQUEST', [entry('2026-11-24T08:15', '2026-11-24T09:45', 2)]],
  ['odd-names.ics', 'REQUEST', [entry('2026-11-24T08:15', '2026-11-24T09:15', 2)]],
  [
    'series.ics',
    'PUBLISH',
    [
      entry('2026-11-24T08:15', '2026-11-24T09:15', 2),
      entry('2026-12-01T08:15', '2026-12-01T09:15', 2, 'CONFIRMED', '0b8f7b0e-0000-4000-0000-000000000002@rhomboid.example'),
    ],
  ],
  [
    'feed.ics',
    null,
    [entry('2026-11-24T08:15', '2026-11-24T09:15', 3), entry('2027-03-14T07:30', '2027-03-14T08:30', 3)],
  ],
])('%s says what the service means', (file, method, entries) => {
  const calendar = read(file);
  expect(calendar.method).toBe(method);
  expect(calendar.entries).toEqual(entries);
});

test('names of clinics and people stay names', () => {
  const {location, attendees} = read('odd-names.ics');
  expect(location).toMatch(/^Mitte X-EVIL:1 END:VEVENT, "best"; \\n, Torstraße 1/);
  expect(attendees).toBe(1);
});
