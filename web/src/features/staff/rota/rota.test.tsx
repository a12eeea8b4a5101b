import {createMemoryHistory, createRootRoute, createRouter, RouterProvider} from '@tanstack/react-router';
import {render, screen, waitFor, within} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {useState} from 'react';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {gateway, refused, shown} from '../testing/gateway';
import {byPlace, draftOf, noHours, requestOf, withBreak, wrongs, wrongWith, type Stretch} from './plans';
import {Stretches} from './Stretches';
import {TimeOff} from './TimeOff';

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

const rota = {
  weekly: [
    {clinicId: 'c1', day: 'MONDAY', hours: {from: '14:00:00', to: '18:00:00'}},
    {clinicId: 'c1', day: 'MONDAY', hours: {from: '09:00:00', to: '13:00:00'}},
    {clinicId: 'c2', day: 'FRIDAY', hours: {from: '09:00:00', to: '00:00:00'}, validFrom: '2027-01-01'},
  ],
  overrides: [{clinicId: 'c1', date: '2026-12-24', hours: []}],
  timeOff: [],
  rules: {minimiseGaps: true, cluster: false, lookBusyPercent: 0, dailyCap: 6},
} as never;

describe('a rota', () => {
  test('is edited by weeks, and sent as it came if nothing was changed', () => {
    const draft = draftOf({rota}, 'c1');
    expect(draft.plans.map(({clinicId, validFrom}) => [clinicId, validFrom])).toEqual([['c1', undefined], ['c2', '2027-01-01']]);
    expect(draft.plans[0]!.days.MONDAY).toEqual([{from: '09:00', to: '13:00'}, {from: '14:00', to: '18:00'}]);
    expect(requestOf(draft).request).toEqual({
      weekly: [
        {clinicId: 'c1', day: 'MONDAY', hours: {from: '09:00', to: '13:00'}},
        {clinicId: 'c1', day: 'MONDAY', hours: {from: '14:00', to: '18:00'}},
        {clinicId: 'c2', day: 'FRIDAY', hours: {from: '09:00', to: '00:00'}, validFrom: '2027-01-01'},
      ],
      overrides: [{clinicId: 'c1', date: '2026-12-24', hours: []}],
      rules: {minimiseGaps: true, cluster: false, lookBusyPercent: 0, dailyCap: 6},
    });
  });
  test('has an empty week for a clinic at which nobody has said any hours', () => {
    expect(draftOf({rota}, 'c3').plans[0]).toEqual({clinicId: 'c3', days: noHours()});
  });
  test('shows what the server finds at the place that it means', () => {
    const {places} = requestOf(draftOf({rota}, 'c1'));
    const found = new Map([['weekly[1].hours', 'must not overlap'], ['overrides[0].date', 'too late'], ['rules.dailyCap', 'must be less'], ['weekly[2].clinicId', 'other clock']]);
    expect([...byPlace(found, places)]).toEqual([
      ['plans.0.MONDAY.1', 'must not overlap'],
      ['others.0..0', 'too late'],
      ['rules.dailyCap', 'must be less'],
      ['plans.1.FRIDAY.0', 'other clock'],
    ]);
  });
  test.each<[Stretch, Stretch[], ReturnType<typeof wrongWith>]>([
    [{from: '09:00', to: '17:00'}, [], undefined],
    [{from: '09:00', to: '00:00'}, [], undefined],
    [{from: '09:00', to: '09:00'}, [], 'order'],
    [{from: '17:00', to: '09:00'}, [], 'order'],
    [{from: '09:03', to: '10:00'}, [], 'grid'],
    [{from: '', to: '10:00'}, [], 'incomplete'],
    [{from: '09:00', to: '12:00'}, [{from: '12:00', to: '13:00'}], undefined],
    [{from: '09:00', to: '12:05'}, [{from: '12:00', to: '13:00'}], 'overlap'],
    [{from: '20:00', to: '00:00'}, [{from: '19:00', to: '21:00'}], 'overlap'],
  ])('%j beside %j is wrong: %s', (stretch, others, wrong) => expect(wrongWith(stretch, others)).toBe(wrong));
  test('both that overlap are named', () => {
    const days = {...noHours(), MONDAY: [{from: '09:00', to: '12:00'}, {from: '11:00', to: '13:00'}]};
    expect([...wrongs({plans: [{clinicId: 'c1', days}], others: [], rules: {minimiseGaps: false, cluster: false, lookBusyPercent: 0}}).keys()]).toEqual(['plans.0.MONDAY.0', 'plans.0.MONDAY.1']);
  });
  test('a break lies in the middle of hours that are long enough', () => {
    expect(withBreak({from: '09:00', to: '17:00'})).toEqual([{from: '09:00', to: '13:00'}, {from: '13:30', to: '17:00'}]);
    expect(withBreak({from: '20:00', to: '00:00'})).toEqual([{from: '20:00', to: '22:00'}, {from: '22:30', to: '00:00'}]);
    expect(withBreak({from: '09:00', to: '10:00'})).toEqual([{from: '09:00', to: '10:00'}]);
  });
});

test('hours get a break, and what is wrong with them is read with the field', async () => {
  function Monday() {
    const [hours, setHours] = useState<Stretch[]>([]);
    return <Stretches of="Monday" hours={hours} onChange={setHours} wrong={(index) => wrongWith(hours[index]!, hours)} />;
  }
  const user = userEvent.setup();
  render(<Monday />);
  expect(screen.getByText('Not working')).toBeInTheDocument();
  await user.click(screen.getByRole('button', {name: 'Work Monday'}));
  await user.click(screen.getByRole('button', {name: 'Add a break Monday'}));
  expect(screen.getByLabelText('Monday, stretch 1, to')).toHaveValue('13:00');
  const second = screen.getByLabelText('Monday, stretch 2, from');
  expect(second).toHaveValue('13:30');
  await user.clear(second);
  expect(second).toBeInvalid();
  expect(second).toHaveAccessibleDescription('incomplete');
  await user.click(screen.getByRole('button', {name: 'Remove Monday, stretch 2'}));
  expect(screen.getByLabelText('Monday, from')).toHaveValue('09:00');
});

describe('time off', () => {
  const page = () => {
    const root = createRootRoute({component: () => <TimeOff therapistId="t1" zone="Europe/Berlin" desk={false} />});
    return shown(<RouterProvider router={createRouter({routeTree: root, history: createMemoryHistory()}) as never} />);
  };
  const path = '/api/v1/therapists/t1/time-off';
  const booking = {id: 'b1', reference: 'RH-ABC123', start: '2026-11-24T10:00:00+01:00', end: '2026-11-24T11:00:00+01:00', zone: 'Europe/Berlin'};
  const pick = async (label: string, date: string) => {
    const field = await screen.findByLabelText(label);
    await userEvent.clear(field);
    await userEvent.type(field, date);
  };

  test('says what it would touch, and is not to be had until that is moved', async () => {
    vi.useFakeTimers({now: Date.parse('2026-11-20T09:00:00Z'), toFake: ['Date']});
    const asked = gateway({
      [`GET ${path}`]: () => [200, {blocks: [], truncated: false}],
      [`GET ${path}/preview`]: () => [200, {bookings: [booking], blocks: []}],
    });
    page();
    await pick('First day', '2026-11-24');
    expect(await screen.findByText('One visit has to be moved first')).toBeInTheDocument();
    expect(screen.getByRole('link', {name: /Tuesday.*10:00/})).toBeInTheDocument();
    expect(screen.getByRole('button', {name: 'Take it off'})).toBeDisabled();
    const query = asked.find((one) => one.path.endsWith('/preview'))!.query;
    expect([query.get('start'), query.get('end')]).toEqual(['2026-11-23T23:00:00.000Z', '2026-11-24T23:00:00.000Z']);
  });

  test('that nothing is in the way of is taken', async () => {
    vi.useFakeTimers({now: Date.parse('2026-11-20T09:00:00Z'), toFake: ['Date']});
    const asked = gateway({
      [`GET ${path}`]: () => [200, {blocks: [], truncated: false}],
      [`GET ${path}/preview`]: () => [200, {bookings: [], blocks: []}],
      [`POST ${path}`]: () => [201, {id: 'o1', version: 1}],
    });
    page();
    await pick('First day', '2026-11-24');
    await screen.findByText('Nothing is in the way.');
    await userEvent.type(screen.getByLabelText(/^Note/), 'Course');
    await userEvent.click(screen.getByRole('button', {name: 'Take it off'}));
    expect(await screen.findByText(/Taken off/)).toBeInTheDocument();
    const sent = asked.find(({method}) => method === 'POST')!;
    expect(sent.body).toEqual({start: '2026-11-23T23:00:00.000Z', end: '2026-11-24T23:00:00.000Z', note: 'Course'});
    expect(sent.headers.get('Idempotency-Key')).toBeTruthy();
  });

  test('that somebody was faster than says with whom', async () => {
    vi.useFakeTimers({now: Date.parse('2026-11-20T09:00:00Z'), toFake: ['Date']});
    gateway({
      [`GET ${path}`]: () => [200, {blocks: [], truncated: false}],
      [`GET ${path}/preview`]: () => [200, {bookings: [], blocks: []}],
      [`POST ${path}`]: () => refused(409, 'time-off-touches-bookings', {bookings: [booking], blocks: []}),
    });
    page();
    await pick('First day', '2026-11-24');
    await screen.findByText('Nothing is in the way.');
    await userEvent.click(screen.getByRole('button', {name: 'Take it off'}));
    expect(await screen.findByText('RH-ABC123')).toBeInTheDocument();
  });

  test('that is planned can be given back', async () => {
    const asked = gateway({
      [`GET ${path}`]: () => [200, {blocks: [{id: 'o1', version: 4, kind: 'TIME_OFF', start: '2026-12-23T23:00:00Z', end: '2026-12-26T23:00:00Z'}], truncated: false}],
      [`DELETE ${path}/o1`]: () => [204],
    });
    page();
    const planned = await screen.findByRole('listitem');
    expect(planned).toHaveTextContent(/24 Dec – 26 Dec|Dec 24 – Dec 26/);
    await userEvent.click(within(planned).getByRole('button', {name: /Work after all/}));
    await waitFor(() => expect(asked.find(({method}) => method === 'DELETE')?.headers.get('If-Match')).toBe('"4"'));
  });
});
