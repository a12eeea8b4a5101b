import {fireEvent, render, screen} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, describe, expect, test, vi} from 'vitest';
import type {Sitting, Status} from '../../api/desk';
import {Problem} from '../../api/problem';
import {fits} from './blocks';
import {can} from './can';
import {instantOf, minutesOf, mondayOf, shifted, weekOf} from './clock';
import {Columns, inLanes, type Block} from './Columns';
import {Refused} from './Refused';
import {SessionPanel} from './SessionPanel';
import {gateway, refused, shown} from './testing/gateway';
import {nextOf} from './TodayPage';
import {plusMonths, weeksOf} from './MonthPage';
import {WalkInForm} from './WalkInForm';

const NOW = Date.parse('2026-11-24T09:30:00+01:00');

const sitting = (more: Partial<Sitting> = {}): Sitting => ({
  bookingId: 'b1',
  reference: 'RH-ABC123',
  version: 3,
  status: 'CONFIRMED',
  clinicId: 'c1',
  therapistId: 't1',
  therapistName: 'Mira Albrecht',
  roomId: 'r1',
  roomName: 'Linden',
  equipment: [],
  treatment: 'SWEDISH',
  treatmentName: 'Swedish massage',
  lengthMinutes: 60,
  start: '2026-11-24T10:00:00+01:00',
  end: '2026-11-24T11:00:00+01:00',
  zone: 'Europe/Berlin',
  bufferBeforeMinutes: 0,
  bufferAfterMinutes: 10,
  client: {id: 'k1', name: 'José Weber', phone: '+49 30 123456'},
  price: {cents: 8900, currency: 'EUR'},
  offer: false,
  number: 1,
  of: 1,
  ...more,
});
const place = {clinicId: 'c1', zone: 'Europe/Berlin', name: 'Spree', therapistId: undefined, desk: true, admin: false, platform: false};

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe('the clock of the clinic', () => {
  test('is read from the times as they come', () => {
    expect(minutesOf('2026-11-24T09:15:00+01:00')).toBe(555);
  });
  test('a time shown there is the instant that the server means', () => {
    expect(shifted('2026-11-24T09:15:00+01:00', '2026-11-24', 600)).toBe('2026-11-24T09:00:00.000Z');
    expect(shifted('2026-11-24T09:15:00+13:00', '2026-11-26', 0)).toBe('2026-11-25T11:00:00.000Z');
    expect(shifted('2026-11-24T09:15:00Z', '2026-11-24', 615)).toBe('2026-11-24T10:15:00.000Z');
  });
  test.each([
    ['2026-11-24', 540, '2026-11-24T08:00:00.000Z'],
    ['2026-07-01', 0, '2026-06-30T22:00:00.000Z'],
    // The clocks go forward at two: half past two is not there, an hour later is.
    ['2026-03-29', 150, '2026-03-29T01:30:00.000Z'],
    ['2026-03-29', 240, '2026-03-29T02:00:00.000Z'],
    ['2026-10-25', 240, '2026-10-25T03:00:00.000Z'],
  ])('%s, %i minutes after midnight in Berlin is %s', (date, minutes, instant) => expect(instantOf(date, minutes, 'Europe/Berlin')).toBe(instant));
  test.each([
    ['2026-11-24', '2026-W48'],
    ['2027-01-03', '2026-W53'],
    ['2027-01-04', '2027-W01'],
    ['2024-12-30', '2025-W01'],
  ])('%s is in week %s', (date, week) => expect(weekOf(date)).toBe(week));
  test('a week begins on Monday, on a Sunday too', () => {
    expect(mondayOf('2026-11-29')).toBe('2026-11-23');
    expect(mondayOf('2026-11-23')).toBe('2026-11-23');
  });
});

describe('what can be done', () => {
  const is = (status: Status, minutesBefore: number) => {
    const now = Date.parse('2026-11-24T10:00:00+01:00') - minutesBefore * 60_000;
    const one = sitting({status});
    return Object.entries(can)
      .filter(([, may]) => may(one, now))
      .map(([name]) => name)
      .sort();
  };
  test.each<[Status, number, string[]]>([
    ['CONFIRMED', 61, ['cancel', 'changeRoom', 'move']],
    ['CONFIRMED', 60, ['arrive', 'cancel', 'changeRoom', 'move']],
    ['CONFIRMED', 0, ['arrive', 'changeRoom', 'complete', 'miss']],
    ['CONFIRMED', -60, ['complete', 'miss']],
    ['ARRIVED', 5, ['changeRoom', 'write']],
    ['COMPLETED', -60, ['write']],
    ['CANCELLED', 5, []],
    ['HELD', 5, []],
  ])('%s, %i minutes before it begins: %j', (status, before, expected) => expect(is(status, before)).toEqual(expected));
});

test('somebody is found by a part of their name, without accents, by phone as it is dialled, and by reference', () => {
  const one = sitting();
  for (const sought of ['jose', 'WEBER', '030 1234', 'rh-abc', ' 123 456']) expect(fits(one, sought), sought).toBe(true);
  for (const sought of ['maria', '999', 'RH-X']) expect(fits(one, sought), sought).toBe(false);
});

test('who is here comes before who comes next, and what is over before neither', () => {
  const over = sitting({bookingId: 'over', start: '2026-11-24T07:00:00+01:00', end: '2026-11-24T08:00:00+01:00'});
  const next = sitting({bookingId: 'next'});
  const here = sitting({bookingId: 'here', status: 'ARRIVED', start: '2026-11-24T09:30:00+01:00', end: '2026-11-24T10:00:00+01:00'});
  expect(nextOf([over, next], NOW)?.bookingId).toBe('next');
  expect(nextOf([over, next, here], NOW)?.bookingId).toBe('here');
  expect(nextOf([over, sitting({status: 'CANCELLED'})], NOW)).toBeUndefined();
});

test('a month has the weeks that it touches, also where it ends with a Sunday', () => {
  expect(weeksOf('2026-11-24')).toEqual(['2026-10-26', '2026-11-02', '2026-11-09', '2026-11-16', '2026-11-23', '2026-11-30']);
  expect(weeksOf('2027-02-10')).toEqual(['2027-02-01', '2027-02-08', '2027-02-15', '2027-02-22']);
  expect([plusMonths('2026-11-30', 3), plusMonths('2027-01-31', -1)]).toEqual(['2027-02-01', '2026-12-01']);
});

test('what is at the same time stands side by side, and what follows has the whole width', () => {
  const lanes = inLanes([
    {from: 0, to: 60},
    {from: 30, to: 90},
    {from: 60, to: 80},
    {from: 90, to: 120},
  ]).map(({block, lane, lanes: all}) => [block.from, lane, all]);
  expect(lanes).toEqual([
    [0, 0, 2],
    [30, 1, 2],
    [60, 0, 2],
    [90, 0, 1],
  ]);
});

describe('a calendar', () => {
  const block: Block = {id: 'b1/1', column: 't1', from: 600, to: 660, name: '10:00, José Weber', tone: 'booked', movable: true, children: 'José Weber'};
  const columns = [
    {id: 't1', name: 'Mira', open: [{from: 540, to: 1020}]},
    {id: 't2', name: 'Noor', open: []},
  ];
  const pulled = (what: Block, by: {x: number; y: number}, pointerType = 'mouse') => {
    const moved = vi.fn();
    const opened = vi.fn();
    render(<Columns label="Day" columns={columns} blocks={[what]} onOpen={opened} onMove={moved} />);
    for (const [index, list] of screen.getAllByRole('list').entries()) {
      list.getBoundingClientRect = () => ({left: 50 + index * 100, right: 150 + index * 100}) as DOMRect;
    }
    const button = screen.getByRole('button', {name: what.name});
    button.setPointerCapture = () => undefined;
    const at = (x: number, y: number) => ({clientX: x, clientY: y, pointerType, button: 0, bubbles: true});
    const tell = (type: string, x: number, y: number) => {
      const event = new MouseEvent(type, at(x, y));
      Object.defineProperty(event, 'pointerType', {value: pointerType});
      fireEvent(button, event);
    };
    tell('pointerdown', 60, 100);
    tell('pointermove', 60 + by.x, 100 + by.y);
    tell('pointerup', 60 + by.x, 100 + by.y);
    fireEvent.click(button);
    return {moved, opened};
  };
  test('tells where a session was let go, by the quarter of an hour, and does not open it', () => {
    const {moved, opened} = pulled(block, {x: 100, y: 70});
    expect(moved).toHaveBeenCalledExactlyOnceWith('b1/1', 't2', 660);
    expect(opened).not.toHaveBeenCalled();
  });
  test('opens a session that was only pressed', () => {
    const {moved, opened} = pulled(block, {x: 2, y: 2});
    expect(opened).toHaveBeenCalledExactlyOnceWith('b1/1');
    expect(moved).not.toHaveBeenCalled();
  });
  test.each([
    ['what can’t be moved', {...block, movable: false}, 'mouse'],
    ['a finger, which scrolls', block, 'touch'],
  ])('is not moved: %s', (_, what, pointer) => {
    expect(pulled(what, {x: 100, y: 70}, pointer).moved).not.toHaveBeenCalled();
  });
});

describe('a refusal', () => {
  test('of a taken time offers the nearest ones', async () => {
    const instead = vi.fn();
    const alternatives = [{therapistId: 't1', start: '2026-11-24T11:00:00+01:00'}];
    render(
      <Refused
        error={new Problem('slot-taken', 409, 'taken', {alternatives})}
        zone="Europe/Berlin"
        names={new Map([['t1', 'Mira']])}
        onInstead={instead}
        onClose={() => undefined}
      />,
    );
    expect(screen.getByRole('alert')).toHaveTextContent('Somebody else has that time');
    await userEvent.click(screen.getByRole('button', {name: /11:00.*Mira/}));
    expect(instead).toHaveBeenCalledWith(alternatives[0]);
  });
  test('that this page has no words for is told as it came', () => {
    render(<Refused error={new Problem('off-grid', 422, 'Sessions start at :00 and :30.')} zone="Europe/Berlin" onClose={() => undefined} />);
    expect(screen.getByText('Sessions start at :00 and :30.')).toBeInTheDocument();
  });
});

describe('a session', () => {
  const panel = (one: Sitting) => shown(<SessionPanel sitting={one} place={place} therapists={[{id: 't1', name: 'Mira'}]} rooms={[]} onClose={() => undefined} />);

  test('is cancelled after its fee was said, and for that fee', async () => {
    vi.useFakeTimers({now: NOW, toFake: ['Date']});
    const asked = gateway({
      'GET /api/v1/bookings/b1/cancellation': () => [200, {fee: {cents: 4450, currency: 'EUR'}, version: 3}],
      'PUT /api/v1/bookings/b1/cancellation': () => [200, {id: 'b1', version: 4}],
    });
    panel(sitting());
    expect(asked).toEqual([]);
    fireEvent(screen.getByText('Cancel this session').closest('details')!, new Event('toggle'));
    await userEvent.click(screen.getByText('Cancel this session'));
    await userEvent.click(await screen.findByRole('button', {name: 'Cancel and charge €44.50'}));
    const change = asked.find(({method}) => method === 'PUT')!;
    expect(change.body).toEqual({acceptedFeeCents: 4450});
    expect(change.headers.get('If-Match')).toBe('"3"');
  });

  test('is entered as arrived, and a refusal stands beside it', async () => {
    vi.useFakeTimers({now: NOW, toFake: ['Date']});
    gateway({'PUT /api/v1/bookings/b1/arrival': () => [412, {type: 'urn:rhomboid:problem:version-changed', detail: 'x'}]});
    panel(sitting());
    expect(screen.getByRole('button', {name: 'Did not come'})).toBeDisabled();
    await userEvent.click(screen.getByRole('button', {name: 'Arrived'}));
    expect(await screen.findByRole('alert')).toHaveTextContent('Somebody else has just changed it.');
  });

  test('of somebody else’s is without what is about health', () => {
    panel(sitting());
    expect(screen.queryByText('Notes')).not.toBeInTheDocument();
  });
});

test('who walks in is asked about their health, and then taken in with three clicks in all', async () => {
  const asked = gateway({
    'GET /api/v1/treatments': () => [200, {treatments: [{code: 'SWEDISH', name: 'Swedish massage', lengthsMinutes: [30, 60]}]}],
    'GET /api/v1/screening': () => [200, {questions: [{code: 'FEVER', condition: 'Fever', treatments: []}]}],
    'POST /api/v1/bookings/walk-ins': () => [201, {id: 'new', version: 1}],
  });
  const taken = vi.fn();
  shown(<WalkInForm place={place} onClose={() => undefined} onTaken={taken} />);
  await userEvent.click(await screen.findByRole('button', {name: 'Take them in'}));
  expect(screen.getByRole('alert')).toHaveTextContent('Ask them first');
  expect(asked.some(({method}) => method === 'POST')).toBe(false);

  await userEvent.click(screen.getByRole('checkbox', {name: 'None of these'}));
  await userEvent.click(screen.getByRole('button', {name: 'Take them in'}));
  await vi.waitFor(() => expect(taken).toHaveBeenCalled());
  const sent = asked.find(({method}) => method === 'POST')!;
  expect(sent.body).toEqual({clinicId: 'c1', treatment: 'SWEDISH', lengthMinutes: 60, client: {name: 'Walk-in'}, screening: {has: []}, maxWaitMinutes: 60});
  expect(sent.headers.get('Idempotency-Key')).toBeTruthy();
});

test('who was treated and not entered is entered afterwards', async () => {
  vi.useFakeTimers({now: NOW, toFake: ['Date']});
  const asked = gateway({
    'GET /api/v1/treatments': () => [200, {treatments: [{code: 'SWEDISH', name: 'Swedish massage', lengthsMinutes: [60]}]}],
    'GET /api/v1/screening': () => [200, {questions: []}],
    'GET /api/v1/therapists': () => [200, {therapists: [{id: 't1', name: 'Mira Albrecht'}]}],
    'POST /api/v1/bookings/walk-ins': () => refused(409, 'nobody-free', {alternatives: []}),
  });
  shown(<WalkInForm place={place} onClose={() => undefined} onTaken={() => undefined} />);
  await userEvent.click(await screen.findByRole('checkbox', {name: 'None of these'}));
  await userEvent.click(screen.getByText('They were here already'));
  await screen.findByRole('option', {name: 'Mira Albrecht'});
  await userEvent.selectOptions(screen.getByLabelText('Treated by'), 'Mira Albrecht');
  fireEvent.change(screen.getByLabelText('On'), {target: {value: '2026-11-20'}});
  fireEvent.change(screen.getByLabelText('At'), {target: {value: '10:15'}});
  await userEvent.click(screen.getByRole('button', {name: 'Enter it'}));
  expect(await screen.findByRole('alert')).toHaveTextContent('Nobody was free then');
  expect(asked.find(({method}) => method === 'POST')!.body).toMatchObject({start: '2026-11-20T09:15:00.000Z', therapistId: 't1'});
});

test('when nobody is free soon for who walks in, it says when somebody is, and takes them in then only if that is wanted', async () => {
  vi.useFakeTimers({now: NOW, toFake: ['Date']});
  const alternatives = [{therapistId: 't1', start: '2026-11-25T00:30:00+01:00'}];
  const asked = gateway({
    'GET /api/v1/treatments': () => [200, {treatments: [{code: 'SWEDISH', name: 'Swedish massage', lengthsMinutes: [60]}]}],
    'GET /api/v1/screening': () => [200, {questions: []}],
    'POST /api/v1/bookings/walk-ins': ({body}) =>
      (body as {start?: string}).start ? [201, {id: 'new', version: 1}] : refused(409, 'nobody-free', {alternatives}),
  });
  const taken = vi.fn();
  shown(<WalkInForm place={place} onClose={() => undefined} onTaken={taken} />);
  await userEvent.click(await screen.findByRole('checkbox', {name: 'None of these'}));
  await userEvent.click(screen.getByRole('button', {name: 'Take them in'}));
  expect(await screen.findByRole('alert')).toHaveTextContent(/Nobody is free within the hour/);
  expect(taken).not.toHaveBeenCalled();
  await userEvent.click(screen.getByRole('button', {name: /Wednesday.*00:30|Wednesday.*12:30/}));
  await vi.waitFor(() => expect(taken).toHaveBeenCalled());
  const sent = asked.filter(({method}) => method === 'POST');
  // That very start, and no other by then.
  expect(sent[1]!.body).toMatchObject({therapistId: 't1', start: '2026-11-25T00:30:00+01:00'});
  expect(sent[1]!.body).not.toHaveProperty('maxWaitMinutes');
  expect(sent[1]!.headers.get('Idempotency-Key')).not.toBe(sent[0]!.headers.get('Idempotency-Key'));
});
