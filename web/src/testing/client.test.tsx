import {QueryClient, QueryClientProvider} from '@tanstack/react-query';
import {createMemoryHistory, createRouter, RouterProvider} from '@tanstack/react-router';
import {cleanup, render, screen, within} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, beforeEach, describe, expect, onTestFinished, test, vi} from 'vitest';
import {hear} from '../api/live';
import {routes} from '../app/routes';

// What clients and guests see, as they would come to it: by its address, against answers as the services give them.

type Asked = {method: string; path: string; body: any; headers: Headers};
type Answers = Record<string, (asked: Asked) => [status: number, body: unknown, headers?: Record<string, string>]>;

const CLINIC = {
  id: 'c1', name: 'Spree', zone: 'Europe/Berlin', address: {street: 'Ufer 1', city: 'Berlin'}, coordinates: {latitude: 52, longitude: 13},
  policy: {freeCancellationMinutes: 1440, lateCancellationPercent: 50},
};
const MIRA = {id: 't1', name: 'Mira Albrecht', offers: [], licences: [], specializations: []};
const BOOKING = {
  id: 'b1', reference: 'RH-ABC123', version: 1, status: 'CONFIRMED', clientId: 'k1', clinicId: 'c1', therapistId: 't1', treatment: 'SWEDISH', lengthMinutes: 60,
  start: '2030-11-26T10:00:00+01:00', end: '2030-11-26T11:00:00+01:00', zone: 'Europe/Berlin', price: {cents: 8900, currency: 'EUR'}, toPay: {cents: 8900, currency: 'EUR'},
};
const PLACE = {
  id: 'w1', version: 2, state: 'WAITING', clinicId: 'c1', treatment: 'SWEDISH', lengthsMinutes: [60], from: '2030-11-24', until: '2030-12-07',
  daysOfWeek: [], partsOfDay: ['EVENING'], noticeMinutes: 60, joinedAt: '2030-11-23T10:00:00+01:00',
};
const SERIES = {
  id: 's1', version: 1, status: 'HELD', clinicId: 'c1', treatment: 'SWEDISH', lengthMinutes: 60, holdExpiresAt: '2099-01-01T10:00:00Z', holdRenewable: true,
  price: {cents: 17800, currency: 'EUR'}, visits: [{standing: 'HELD', booking: {...BOOKING, status: 'HELD', seriesId: 's1'}}],
};

const USUAL: Answers = {
  'GET /session': () => [200, {signedIn: false, signInAt: '/x'}],
  'GET /api/v1/clinics/c1': () => [200, CLINIC],
  'GET /api/v1/clinics': () => [200, {clinics: [CLINIC]}],
  'GET /api/v1/therapists/t1': () => [200, MIRA],
  'GET /api/v1/treatments': () => [200, {treatments: [{code: 'SWEDISH', name: 'Swedish massage', lengthsMinutes: [60, 90]}]}],
  'GET /api/v1/screening': () => [200, {questions: [{code: 'FEVER', condition: 'Fever'}]}],
};
const SIGNED_IN: Answers = {
  'GET /session': () => [200, {signedIn: true, name: 'Jo', email: 'jo@client.example', roles: [], staff: false, csrfToken: 't', until: '', signInAt: '/x'}],
  'GET /api/v1/bookings/own': () => [200, {clientId: 'k1', bookings: [], truncated: false}],
  'GET /api/v1/waitlist/own': () => [200, {entries: []}],
  'GET /api/v1/recipients/me/addresses': () => [200, {addresses: {}}],
  'GET /api/v1/push/subscriptions': () => [200, {subscriptions: []}],
};

let asked: Asked[];
function opens(address: string, answers: Answers) {
  asked = [];
  const all = {...USUAL, ...answers};
  vi.stubGlobal('fetch', async (request: Request | string, init?: RequestInit) => {
    const real = typeof request === 'string' ? new Request(new URL(request, location.origin), init) : request;
    const {pathname} = new URL(real.url);
    const text = await real.text();
    const one = {method: real.method, path: pathname, body: text ? JSON.parse(text) : undefined, headers: real.headers};
    asked.push(one);
    const answer = all[`${real.method} ${pathname}`];
    if (!answer) throw new Error(`nobody answers ${real.method} ${pathname}`);
    const [status, body, headers] = answer(one);
    return new Response(status === 204 ? null : JSON.stringify(body), {status, headers: {'Content-Type': 'application/json', ...headers}});
  });
  const router = createRouter({routeTree: routes, history: createMemoryHistory({initialEntries: [address]})});
  render(
    <QueryClientProvider client={new QueryClient({defaultOptions: {queries: {retry: false}}})}>
      <RouterProvider router={router as never} />
    </QueryClientProvider>,
  );
  return router;
}
const sent = (method: string, path: string) => asked.find((one) => one.method === method && one.path === path);
const problem = (status: number, type: string, more = {}): [number, unknown] => [status, {type: `urn:rhomboid:problem:${type}`, detail: type, ...more}];
const user = userEvent.setup();

beforeEach(() => {
  vi.stubGlobal('scrollTo', () => undefined);
  vi.stubGlobal('EventSource', undefined);
});
afterEach(() => vi.unstubAllGlobals());

async function says(name: string, email: string) {
  await user.type(await screen.findByLabelText('Your name'), name);
  await user.type(screen.getByLabelText('E-mail'), email);
}

describe('the waitlist', () => {
  const join = '/waitlist?clinic=c1&treatment=SWEDISH&minutes=60&therapist=t1';

  test('is joined with days, parts of the day and a name, and the place is shown', async () => {
    opens(join, {'POST /api/v1/waitlist': () => [201, PLACE, {'Guest-Pass': 'pass-1'}], 'GET /api/v1/waitlist/w1': () => [200, PLACE]});
    await user.click(await screen.findByRole('checkbox', {name: 'Evening'}));
    await user.click(screen.getByRole('button', {name: 'Wait for it'}));
    expect(screen.getByText(/Tell us your name/)).toBeInTheDocument();
    expect(sent('POST', '/api/v1/waitlist')).toBeUndefined();
    await says('Nora', 'nora@client.example');
    await user.click(screen.getByRole('button', {name: 'Wait for it'}));
    await screen.findByText(/You are waiting/);
    const wish = sent('POST', '/api/v1/waitlist')!;
    expect(wish.body).toMatchObject({therapistId: 't1', lengthsMinutes: [60], partsOfDay: ['EVENING'], client: {name: 'Nora'}});
    expect(wish.headers.get('Idempotency-Key')).toMatch(/-/);
  });

  test('nobody waits for what is free: it is shown', async () => {
    opens(join, {'POST /api/v1/waitlist': () => problem(409, 'free-now', {alternatives: [{therapistId: 't1', clinicId: 'c1', start: BOOKING.start}]})});
    await says('Nora', 'nora@client.example');
    await user.click(screen.getByRole('button', {name: 'Wait for it'}));
    const found = within(await screen.findByRole('alert'));
    expect(found.getByRole('link')).toHaveAttribute('href', expect.stringContaining('/book?'));
  });

  test('an offer is taken once the questions are answered', async () => {
    const offer = {therapistId: 't1', therapistName: 'Mira', treatment: 'SWEDISH', start: BOOKING.start, end: BOOKING.end, zone: 'Europe/Berlin', price: BOOKING.price, until: '2099-01-01T00:00:00Z'};
    opens('/waitlist/w1', {
      'GET /api/v1/waitlist/w1': () => [200, {...PLACE, state: 'OFFERED', offer}],
      'PUT /api/v1/waitlist/w1/acceptance': () => [200, {...PLACE, state: 'TAKEN', bookingId: 'b1', version: 3}],
    });
    await user.click(await screen.findByRole('button', {name: 'Yes, book it'}));
    expect(screen.getByText(/Answer this first/)).toBeInTheDocument();
    await user.click(await screen.findByRole('checkbox', {name: 'None of these'}));
    await user.click(screen.getByRole('button', {name: 'Yes, book it'}));
    expect(await screen.findByRole('link', {name: 'To the visit'})).toHaveAttribute('href', '/visits/b1');
    expect(sent('PUT', '/api/v1/waitlist/w1/acceptance')!.body).toEqual({screening: {has: []}});
    expect(sent('PUT', '/api/v1/waitlist/w1/acceptance')!.headers.get('If-Match')).toBe('"2"');
  });

  test('a place is left from the list of one’s own', async () => {
    opens('/visits', {
      ...SIGNED_IN,
      'GET /api/v1/waitlist/own': () => [200, {entries: [PLACE]}],
      'GET /api/v1/waitlist/w1': () => [200, PLACE],
      'PUT /api/v1/waitlist/w1/cancellation': () => [200, {...PLACE, state: 'CANCELLED', version: 3}],
    });
    await user.click(await screen.findByRole('link', {name: /Look or leave/}));
    await user.click(await screen.findByRole('button', {name: /don’t want to wait/}));
    await screen.findByText('You are not waiting any more.');
  });
});

describe('a series', () => {
  const visits = [
    {number: 1, start: BOOKING.start, free: true, price: BOOKING.price, reasons: [], alternatives: []},
    {
      number: 2, start: '2030-12-03T10:00:00+01:00', free: false, reasons: [{code: 'taken', message: 'Somebody else has it.'}],
      alternatives: [{therapistId: 't1', therapistName: 'Mira Albrecht', clinicId: 'c1', start: '2030-12-03T11:15:00+01:00', end: '', price: BOOKING.price}],
    },
  ];
  const proposal = {clinicId: 'c1', therapistId: 't1', therapistName: 'Mira Albrecht', treatment: 'SWEDISH', lengthMinutes: 60, zone: 'Europe/Berlin', complete: false, visits};

  test('is held with what is nearest where a date is not free, and confirmed together', async () => {
    opens(`/series/new?clinic=c1&therapist=t1&treatment=SWEDISH&minutes=60&start=${encodeURIComponent(BOOKING.start)}&count=2`, {
      'POST /api/v1/series/proposals': () => [200, proposal],
      'POST /api/v1/series': () => [201, SERIES, {'Guest-Pass': 'pass-1'}],
      'GET /api/v1/series/s1': () => [200, SERIES],
      'PUT /api/v1/series/s1/confirmation': () => [200, {...SERIES, status: 'CONFIRMED', version: 2}],
    });
    const instead = await screen.findByRole('combobox', {name: /Instead of Tuesday/});
    expect(instead).toHaveDisplayValue(/11:15/);
    await says('Nora', 'nora@client.example');
    await user.click(screen.getByRole('button', {name: 'Hold all 2 visits'}));
    await user.click(await screen.findByRole('checkbox', {name: 'None of these'}));
    expect(sent('POST', '/api/v1/series')!.body.visits).toEqual([
      {therapistId: 't1', start: BOOKING.start},
      {therapistId: 't1', start: '2030-12-03T11:15:00+01:00'},
    ]);
    await user.click(screen.getByRole('button', {name: 'Book all of it'}));
    await screen.findByText(/Your series is booked/);
    expect(sent('PUT', '/api/v1/series/s1/confirmation')!.headers.get('Guest-Pass')).toBe('pass-1');
  });

  test('of one visit is none', async () => {
    opens(`/series/new?clinic=c1&treatment=SWEDISH&minutes=60&start=${encodeURIComponent(BOOKING.start)}&count=2`, {'POST /api/v1/series/proposals': () => [200, proposal]});
    await user.selectOptions(await screen.findByRole('combobox', {name: /Instead of/}), 'Leave this visit out');
    expect(screen.getByText('A series has two visits at least.')).toBeInTheDocument();
    expect(screen.getByRole('button', {name: /^Hold all/})).toBeDisabled();
  });
});

test('two are held at the same start, each with a therapist, and who comes along has a name', async () => {
  const session = (companion: boolean, therapistId: string) => ({companion, therapistId, therapistName: therapistId, treatment: 'SWEDISH', durationMinutes: 60, start: BOOKING.start, end: BOOKING.end, price: BOOKING.price});
  opens('/together?clinic=c1&treatment=SWEDISH&minutes=60', {
    'GET /api/v1/availability/visits': () => [200, {visits: [{clinicId: 'c1', clinicName: 'Spree', zone: 'Europe/Berlin', start: BOOKING.start, end: BOOKING.end, price: BOOKING.price, sessions: [session(false, 't1'), session(true, 't2')]}]}],
    'POST /api/v1/bookings': () => [201, {...BOOKING, status: 'HELD', holdExpiresAt: '2099-01-01T00:00:00Z'}],
    'GET /api/v1/bookings/b1': () => [200, {...BOOKING, status: 'HELD', holdExpiresAt: '2099-01-01T00:00:00Z'}],
  });
  await user.click(await screen.findByRole('button', {name: /^10:00/}));
  await says('Nora', 'nora@client.example');
  await user.click(screen.getByRole('button', {name: /^Hold 10:00 .*for both/}));
  expect(screen.getByText('Tell us who comes with you.')).toBeInTheDocument();
  await user.type(screen.getByLabelText('Their name'), 'Sam');
  await user.click(screen.getByRole('button', {name: /^Hold 10:00 .*for both/}));
  await screen.findByText(/Held for you/);
  expect(sent('POST', '/api/v1/bookings')!.body).toMatchObject({
    therapistId: 't1', hold: true, companion: {name: 'Sam', sessions: [{therapistId: 't2', treatment: 'SWEDISH', lengthMinutes: 60}]},
  });
});

test('a plan says where one stands, and its dates are held together', async () => {
  const plan = {
    id: 'p1', version: 1, clientId: 'k1', clinicId: 'c1', treatment: 'SWEDISH', lengthMinutes: 60, zone: 'Europe/Berlin', since: BOOKING.start, pain: 7,
    rhythm: {code: 'WEEKLY', fromDays: 5, toDays: 9, says: 'Weekly to start.', source: '001'}, steps: [{at: BOOKING.start, bookingId: 'b1', pain: 4, rhythm: 'WEEKLY'}], done: 1,
    dueOn: '2030-12-05', overdue: true, selfCare: [{says: 'Walk each day', source: '002'}],
  };
  const date = (number: number, start?: string) => ({number, rhythm: plan.rhythm, wanted: BOOKING.start, availability: start ? 'FREE' : 'NONE_FREE', ...(start && {start, therapistId: 't1'})});
  opens('/plans', {
    ...SIGNED_IN,
    'GET /api/v1/clients/k1/plans': () => [200, {plans: [plan]}],
    'POST /api/v1/plans/p1/proposals': () => [200, {planId: 'p1', zone: 'Europe/Berlin', complete: false, visits: [date(1, BOOKING.start), date(2), date(3, '2030-12-10T10:00:00+01:00')]}],
    'POST /api/v1/plans/p1/series': () => [201, SERIES],
    'GET /api/v1/series/s1': () => [200, SERIES],
  });
  await screen.findByText('Every week, to start');
  expect(screen.getByText('1 visit so far')).toBeInTheDocument();
  expect(screen.getByText(/overdue since Thursday/)).toBeInTheDocument();
  expect(screen.getByText(/Walk each day/)).toBeInTheDocument();
  await user.click(screen.getByRole('button', {name: 'Propose dates'}));
  await screen.findByText(/nothing free near/);
  await user.click(screen.getByRole('button', {name: 'Hold these 2 visits'}));
  await screen.findByText(/Held for you/);
  expect(sent('POST', '/api/v1/plans/p1/series')!.body.visits).toHaveLength(2);
});

describe('a visit', () => {
  test('is paid with a gift card, and what is wrong with one is said', async () => {
    let tries = 0;
    opens('/visits/b1', {
      'GET /api/v1/bookings/b1': () => [200, BOOKING],
      'PUT /api/v1/bookings/b1/voucher': () =>
        ++tries === 1 ? problem(409, 'voucher-empty') : [200, {...BOOKING, version: 2, covered: {cents: 5000, currency: 'EUR'}, toPay: {cents: 3900, currency: 'EUR'}}],
    });
    await user.click(await screen.findByText('Pay with a voucher'));
    await user.type(screen.getByLabelText(/gift card’s code/), 'ABCD');
    await user.click(screen.getByRole('button', {name: 'Pay with it'}));
    await screen.findByText('Nothing is left on it.');
    await user.click(screen.getByRole('button', {name: 'Pay with it'}));
    await screen.findByText('€50');
    expect(screen.getByText('€39')).toBeInTheDocument();
    expect(sent('PUT', '/api/v1/bookings/b1/voucher')!.body).toEqual({code: 'ABCD'});
  });

  test('is opened by the link from the mail, and its pass stays in the tab', async () => {
    const router = opens('/booking#secret-link', {
      'POST /api/v1/guest-passes': () => [201, {pass: 'pass-9', validUntil: '', bookingId: 'b1'}],
      'GET /api/v1/bookings/b1': () => [200, BOOKING],
      'POST /api/v1/bookings/b1/intake-codes': () => [202, {id: 'i1', expiresAt: ''}],
      'GET /api/v1/intake-form': () => [200, {goals: [], qualities: [], consent: {version: '1', words: 'w'}}],
    });
    await screen.findByRole('heading', {name: 'Your visit'});
    expect(sent('POST', '/api/v1/guest-passes')!.body).toEqual({link: 'secret-link'});
    expect(sent('GET', '/api/v1/bookings/b1')!.headers.get('Guest-Pass')).toBe('pass-9');
    expect(router.state.location.href).toBe('/visits/b1');
    expect(await screen.findByRole('link', {name: /Sign in to put it into your account/})).toBeInTheDocument();
    await user.click(screen.getByRole('button', {name: 'Mail me a code'}));
    expect(await screen.findByLabelText('The eight digits')).toBeInTheDocument();
    expect(router.state.location.href).toBe('/intake#i1');
  });

  test('a link that opens nothing says what to do', async () => {
    opens('/offer#old', {'POST /api/v1/guest-passes': () => problem(404, 'unknown-link')});
    await screen.findByText(/Take the one from your newest mail/);
  });

  test('is put into the account of who has signed in, with the link it was opened by', async () => {
    opens('/booking#secret-link', {
      ...SIGNED_IN,
      'POST /api/v1/guest-passes': () => [201, {pass: 'pass-9', validUntil: '', bookingId: 'b1'}],
      'GET /api/v1/bookings/b1': () => [200, BOOKING],
      'PUT /api/v1/bookings/b1/client': () => [200, {...BOOKING, version: 2}],
    });
    await user.click(await screen.findByRole('button', {name: 'Put it into my account'}));
    await screen.findByText('It is in your account now.');
    expect(sent('PUT', '/api/v1/bookings/b1/client')!.body).toEqual({link: 'secret-link'});
  });
});

describe('a visit that somebody booked as a guest', () => {
  const opened: Answers = {
    ...SIGNED_IN,
    'POST /api/v1/guest-passes': () => [201, {pass: 'pass-9', validUntil: '', bookingId: 'b1'}],
    'GET /api/v1/bookings/b1': () => [200, BOOKING],
    'POST /api/v1/bookings/b1/intake-codes': () => [202, {id: 'i1', expiresAt: ''}],
    'POST /api/v1/intake-passes': ({body}) => (body.code === '12345678' ? [201, {pass: 'pass-i', validUntil: '', clientId: 'k9'}] : problem(404, 'unknown-code')),
  };

  test('comes with its intake for who has the code from that mailbox', async () => {
    opens('/booking#secret-link', {...opened, 'PUT /api/v1/bookings/b1/client': () => [200, {...BOOKING, version: 2}]});
    await user.click(await screen.findByText('Take the intake along'));
    await user.click(screen.getByRole('button', {name: 'Mail me a code'}));
    const code = await screen.findByLabelText('The eight digits');
    await user.type(code, '123');
    await user.click(screen.getByRole('button', {name: 'Put both into my account'}));
    expect(code).toHaveAccessibleDescription('These are not eight digits.');
    await user.clear(code);
    await user.type(code, '8765 4321');
    await user.click(screen.getByRole('button', {name: 'Put both into my account'}));
    await vi.waitFor(() => expect(code).toHaveAccessibleDescription(/wrong, used or over/));
    expect(sent('PUT', '/api/v1/bookings/b1/client')).toBeUndefined();
    await user.clear(code);
    await user.type(code, '1234 5678');
    await user.click(screen.getByRole('button', {name: 'Put both into my account'}));
    await screen.findByText('It is in your account now.');
    expect(sent('POST', '/api/v1/bookings/b1/intake-codes')!.body).toEqual({companion: false});
    expect(sent('PUT', '/api/v1/bookings/b1/client')!.body).toEqual({link: 'secret-link', intakePass: 'pass-i'});
  });

  test('is tried again with the same code when the first try did not arrive', async () => {
    let tries = 0;
    opens('/booking#secret-link', {...opened, 'PUT /api/v1/bookings/b1/client': () => (++tries === 1 ? problem(503, 'not-ready') : [200, {...BOOKING, version: 2}])});
    await user.click(await screen.findByText('Take the intake along'));
    await user.click(screen.getByRole('button', {name: 'Mail me a code'}));
    await user.type(await screen.findByLabelText('The eight digits'), '12345678');
    await user.click(screen.getByRole('button', {name: 'Put both into my account'}));
    await screen.findByRole('alert');
    await user.click(screen.getByRole('button', {name: 'Put both into my account'}));
    await screen.findByText('It is in your account now.');
    expect(asked.filter(({path}) => path === '/api/v1/intake-passes')).toHaveLength(1);
  });
});

describe('who comes along', () => {
  const couple = {...BOOKING, visit: {end: BOOKING.end, sessions: [{number: 1, companion: false, treatment: 'SWEDISH', lengthMinutes: 60}, {number: 2, companion: true, treatment: 'THAI', lengthMinutes: 60}]}};

  test('has a code sent for an intake of their own, which whoever booked never sees', async () => {
    opens('/visits/b1', {
      ...SIGNED_IN,
      'GET /api/v1/bookings/b1': () => [200, couple],
      'POST /api/v1/bookings/b1/intake-codes': () => [202, {id: 'i1', expiresAt: ''}],
    });
    await user.click(await screen.findByRole('button', {name: 'Mail them a code'}));
    await screen.findByText(/A code is on its way to them/);
    expect(sent('POST', '/api/v1/bookings/b1/intake-codes')!.body).toEqual({companion: true});
  });

  test('and has no address is asked at the clinic; who comes alone is asked for nobody', async () => {
    opens('/visits/b1', {
      ...SIGNED_IN,
      'GET /api/v1/bookings/b1': () => [200, couple],
      'POST /api/v1/bookings/b1/intake-codes': () => problem(422, 'no-address'),
    });
    await user.click(await screen.findByRole('button', {name: 'Mail them a code'}));
    expect(await screen.findByRole('alert')).toHaveTextContent('You gave no mail address for them.');
    cleanup();
    opens('/visits/b1', {...SIGNED_IN, 'GET /api/v1/bookings/b1': () => [200, BOOKING]});
    await screen.findByRole('button', {name: 'Cancel this visit'});
    expect(screen.queryByRole('button', {name: 'Mail them a code'})).not.toBeInTheDocument();
  });
});

describe('an intake by a mailed code', () => {
  const form = {goals: [], qualities: [], consent: {version: '1', words: 'w'}};
  test('opens with the eight digits and shows the pass with what is sent', async () => {
    opens('/intake#i1', {
      'GET /api/v1/intake-form': () => [200, form],
      'POST /api/v1/intake-passes': ({body}) => (body.code === '12345678' ? [201, {pass: 'pass-i', validUntil: '', clientId: 'k9'}] : problem(404, 'unknown-code')),
      'GET /api/v1/clients/k9/intake': () => [200, {version: 0}],
    });
    await user.type(await screen.findByLabelText('The eight digits'), '123');
    await user.click(screen.getByRole('button', {name: 'Open the intake'}));
    expect(screen.getByText('These are not eight digits.')).toBeInTheDocument();
    await user.type(screen.getByLabelText('The eight digits'), '4 5679');
    await user.click(screen.getByRole('button', {name: 'Open the intake'}));
    await screen.findByText(/wrong, used or over/);
    await user.clear(screen.getByLabelText('The eight digits'));
    await user.type(screen.getByLabelText('The eight digits'), '1234 5678');
    await user.click(screen.getByRole('button', {name: 'Open the intake'}));
    await screen.findByRole('button', {name: 'Hand it in'});
    expect(sent('GET', '/api/v1/clients/k9/intake')!.headers.get('Guest-Pass')).toBe('pass-i');
    expect(sent('GET', '/api/v1/bookings/own')).toBeUndefined();
  });
});

test('what is left on a gift card is told to who has its code, in a body and not in an address', async () => {
  opens('/vouchers', {
    'GET /api/v1/bookings/own': () => problem(401, 'not-signed-in'),
    'POST /api/v1/vouchers/gift-card': () => [200, {status: 'OPEN', clinicId: 'c1', currency: 'EUR', balance: 4250, lastDay: '2031-01-01', statement: [{at: BOOKING.start, event: 'ISSUED', change: 5000, balance: 5000}]}],
  });
  await user.type(await screen.findByLabelText('Its code'), 'GIFT-1');
  await user.click(screen.getByRole('button', {name: 'Look'}));
  await screen.findByText('€42.50 left');
  expect(sent('POST', '/api/v1/vouchers/gift-card')!.body).toEqual({code: 'GIFT-1'});
});

describe('how one is told', () => {
  const wishes = {version: 3, channels: {REMINDER: ['MAIL'], CONFIRMATION: ['MAIL']}, onlyWithinADay: true};
  test('is said as a whole, with the version that was read', async () => {
    opens('/preferences', {
      ...SIGNED_IN,
      'GET /api/v1/recipients/me': () => [200, wishes],
      'PUT /api/v1/recipients/me': ({body}) => [200, {...wishes, ...body, version: 4}],
    });
    const reminders = within(await screen.findByRole('group', {name: 'Reminders'}));
    await user.click(reminders.getByRole('checkbox', {name: 'Text message'}));
    await user.selectOptions(screen.getByRole('combobox', {name: 'In which language?'}), 'de');
    await user.selectOptions(screen.getByRole('combobox', {name: 'When do we remind you?'}), 'Two hours before');
    await user.click(screen.getByRole('checkbox', {name: 'Keep quiet hours'}));
    await user.click(screen.getByRole('button', {name: 'Save'}));
    await screen.findByText(/^Saved/);
    const {body, headers} = sent('PUT', '/api/v1/recipients/me')!;
    expect(body).toEqual({
      language: 'de', remindMinutes: [120], quietHours: {from: '22:00', until: '07:00'}, onlyWithinADay: true,
      channels: {REMINDER: ['MAIL', 'SMS'], CONFIRMATION: ['MAIL']},
    });
    expect(headers.get('If-Match')).toBe('"3"');
  });

  test('who has never booked has nothing to choose', async () => {
    opens('/preferences', {...SIGNED_IN, 'GET /api/v1/recipients/me': () => problem(404, 'nothing-booked')});
    await screen.findByText('There is nothing to choose yet');
  });
});

describe('where one is told', () => {
  const known = {...SIGNED_IN, 'GET /api/v1/recipients/me': () => [200, {version: 3, channels: {}, onlyWithinADay: true}]} as Answers;

  test('is another address once the code from there has come back', async () => {
    opens('/preferences', {
      ...known,
      'POST /api/v1/recipients/me/addresses': ({body}) =>
        body.address === '123' ? problem(400, 'invalid-field', {errors: [{field: 'address', message: 'x'}]}) : [202, {claimId: 'a1', expiresAt: ''}],
      'POST /api/v1/recipients/me/addresses/proofs': ({body}) => (body.code === '12345678' ? [200, {addresses: {SMS: '+4915123456789'}}] : problem(422, 'wrong-code')),
      'DELETE /api/v1/recipients/me/addresses/SMS': () => [204, null],
    });
    const number = await screen.findByLabelText('Mobile number');
    const send = () => user.click(within(number.closest('form')!).getByRole('button'));
    await user.type(number, '123');
    await send();
    await vi.waitFor(() => expect(number).toHaveAccessibleDescription(/Write it with the country’s code/));
    await user.clear(number);
    await user.type(number, '+49 1512 3456789');
    await send();
    const code = await screen.findByLabelText('The eight digits');
    expect(screen.getByText(/on its way to \+49 1512 3456789/)).toBeInTheDocument();
    await user.type(code, '00000000');
    await user.click(screen.getByRole('button', {name: 'It is mine'}));
    await vi.waitFor(() => expect(code).toHaveAccessibleDescription(/wrong, used or over/));
    await user.clear(code);
    await user.type(code, '12345678');
    await user.click(screen.getByRole('button', {name: 'It is mine'}));
    await user.click(await screen.findByRole('button', {name: 'Don’t use it any more +4915123456789'}));
    await vi.waitFor(() => expect(sent('DELETE', '/api/v1/recipients/me/addresses/SMS')).toBeDefined());
    expect(asked.findLast(({path}) => path.endsWith('/proofs'))!.body).toEqual({claimId: 'a1', code: '12345678'});
  });

  test('is this browser, if its person lets it', async () => {
    let subscribed = false;
    const subscription = {toJSON: () => ({endpoint: 'https://push.example/1', keys: {p256dh: 'p', auth: 'a'}}), unsubscribe: async () => ((subscribed = false), true)};
    const subscribe = vi.fn(async () => ((subscribed = true), subscription));
    const registration = {pushManager: {getSubscription: async () => (subscribed ? subscription : null), subscribe}};
    Object.defineProperty(navigator, 'serviceWorker', {configurable: true, value: {getRegistration: async () => registration}});
    onTestFinished(() => void delete (navigator as {serviceWorker?: unknown}).serviceWorker);
    vi.stubGlobal('PushManager', class {});
    let answer = 'denied';
    vi.stubGlobal('Notification', {requestPermission: async () => answer});
    const told = {id: 's1', host: 'push.example', at: '2030-11-24T10:00:00Z'};
    opens('/preferences', {
      ...known,
      'GET /api/v1/push/key': () => [200, {publicKey: 'BKey'}],
      'GET /api/v1/push/subscriptions': () => [200, {subscriptions: subscribed ? [told] : []}],
      'POST /api/v1/push/subscriptions': () => [201, told],
      'DELETE /api/v1/push/subscriptions/s1': () => [204, null],
    });
    await user.click(await screen.findByRole('button', {name: 'Tell me on this device'}));
    await screen.findByText(/Your browser keeps us from it/);
    expect(subscribe).not.toHaveBeenCalled();
    answer = 'granted';
    await user.click(screen.getByRole('button', {name: 'Tell me on this device'}));
    await screen.findByText('This browser');
    expect(subscribe).toHaveBeenCalledWith({userVisibleOnly: true, applicationServerKey: 'BKey'});
    expect(sent('POST', '/api/v1/push/subscriptions')!.body).toEqual({endpoint: 'https://push.example/1', keys: {p256dh: 'p', auth: 'a'}});
    await user.click(screen.getByRole('button', {name: 'Tell me there no more'}));
    await screen.findByRole('button', {name: 'Tell me on this device'});
    expect(subscribed).toBe(false);
  });

  test('is nowhere for who has booked nothing, but a browser can be told', async () => {
    opens('/preferences', {...SIGNED_IN, 'GET /api/v1/recipients/me': () => problem(404, 'nothing-booked'), 'GET /api/v1/recipients/me/addresses': () => problem(404, 'nothing-to-tell')});
    await screen.findByText(/This browser can’t be told/);
    expect(screen.queryByLabelText('Mobile number')).not.toBeInTheDocument();
  });
});

describe('being forgotten', () => {
  const erasure = {id: 'k1', askedAt: '2030-11-24T10:00:00Z', dueAt: '2030-11-24T10:00:00Z', receipts: {}};
  test('must be understood, is refused while somebody expects one, and then shows its receipts', async () => {
    let tries = 0;
    opens('/forget', {
      ...SIGNED_IN,
      'GET /api/v1/erasures/k1': () => problem(404, 'unknown-erasure'),
      'PUT /api/v1/clients/k1/erasure': () => (++tries === 1 ? problem(409, 'still-expected') : [200, {...erasure, doneAt: '2030-11-24T10:00:01Z', receipts: {booking: '2030-11-24T10:00:01Z'}}]),
    });
    await user.click(await screen.findByRole('button', {name: 'Forget me'}));
    expect(screen.getByText('Say first that you understand it.')).toBeInTheDocument();
    expect(sent('PUT', '/api/v1/clients/k1/erasure')).toBeUndefined();
    await user.click(screen.getByRole('checkbox', {name: /nobody can bring it back/}));
    await user.click(screen.getByRole('button', {name: 'Forget me'}));
    await screen.findByText('Somebody still expects you');
    await user.click(screen.getByRole('button', {name: 'Forget me'}));
    await screen.findByText(/You are forgotten since/);
    expect(screen.getByText(/Bookings and health: since/)).toBeInTheDocument();
  });
});

test('the inbox is read as a whole, up to its newest message', async () => {
  opens('/inbox', {
    ...SIGNED_IN,
    'GET /api/v1/inbox': () => [200, {unread: 1, messages: [{id: 'm1', to: 'client', kind: 'confirmation', title: 'Booked', text: 'See you', about: 'booking/b1', at: '2030-11-24T10:00:00Z', read: false}]}],
    'PUT /api/v1/inbox/read': () => [204, null],
  });
  expect(await screen.findByRole('link', {name: /To the visit/})).toHaveAttribute('href', '/visits/b1');
  await user.click(screen.getByRole('button', {name: 'All read'}));
  await vi.waitFor(() => expect(sent('PUT', '/api/v1/inbox/read')?.body).toEqual({upTo: '2030-11-24T10:00:00Z'}));
});

test('what the live stream says has changed is asked for anew, and nothing else', () => {
  const client = new QueryClient();
  for (const key of ['booking', 'visits', 'inbox', 'treatments']) client.setQueryData([key], 1);
  const old = () => ['booking', 'visits', 'inbox', 'treatments'].filter((key) => client.getQueryState([key])?.isInvalidated);
  hear(client, 'hello');
  expect(old()).toEqual([]);
  hear(client, 'booking');
  expect(old()).toEqual(['booking', 'visits']);
  hear(client, 'reload');
  expect(old()).toEqual(['booking', 'visits', 'inbox']);
});

describe('a review', () => {
  const REVIEW = {
    id: 'r1', version: 2, therapistId: 't1', clinicId: 'c1', treatment: 'SWEDISH', stars: 4, communication: 4, comfort: 4, place: 4, result: 4,
    text: 'Calm and thorough.', shownName: 'Jo', publishedAt: new Date().toISOString(),
  };
  const took = {...SIGNED_IN, 'GET /api/v1/bookings/b1': () => [200, {...BOOKING, status: 'COMPLETED'}]} satisfies Answers;

  test('is written once a visit took place, with stars for each question', async () => {
    opens('/visits/b1', {...took, 'POST /api/v1/reviews/written': () => [200, {reviews: []}], 'POST /api/v1/reviews': () => [201, REVIEW]});
    await user.click(await screen.findByRole('button', {name: 'Send'}));
    expect(screen.getByRole('alert')).toHaveTextContent('Give stars');
    for (const question of screen.getAllByRole('radio', {name: '4 of 5'})) await user.click(question);
    await user.click(screen.getByRole('button', {name: 'Send'}));
    await screen.findByText(/Thank you/);
    expect(await screen.findByText('Calm and thorough.')).toBeInTheDocument();
    expect(sent('POST', '/api/v1/reviews')!.body).toMatchObject({bookingId: 'b1', reference: 'RH-ABC123', stars: 4, result: 4});
  });

  test('stands there later with its answer, and is changed as it was seen', async () => {
    const written = {bookingId: 'b1', session: 1, status: 'PUBLISHED', review: {...REVIEW, answer: {text: 'Come again', at: REVIEW.publishedAt}}};
    opens('/visits/b1', {
      ...took,
      'POST /api/v1/reviews/written': () => [200, {reviews: [written]}],
      'PUT /api/v1/reviews/r1': ({body}) => [200, {...REVIEW, ...body, version: 3}],
    });
    expect(await screen.findByText('Come again')).toBeInTheDocument();
    await user.click(screen.getByRole('button', {name: 'Change it'}));
    await user.type(screen.getByLabelText(/What should others know/), ' And warm.');
    await user.click(screen.getByRole('button', {name: 'Send'}));
    expect(await screen.findByText('Calm and thorough. And warm.')).toBeInTheDocument();
    expect(sent('PUT', '/api/v1/reviews/r1')!.headers.get('If-Match')).toBe('"2"');
    expect(sent('PUT', '/api/v1/reviews/r1')!.body).toMatchObject({stars: 4, shownName: 'Jo'});
  });

  test('that was hidden says so to its author, who can’t change it', async () => {
    opens('/visits/b1', {...took, 'POST /api/v1/reviews/written': () => [200, {reviews: [{bookingId: 'b1', session: 1, status: 'HIDDEN', review: REVIEW}]}]});
    await screen.findByText(/A moderator has taken it off/);
    expect(screen.queryByRole('button', {name: 'Change it'})).not.toBeInTheDocument();
  });

  test('is reported by whoever reads it, and more of them are shown when asked for', async () => {
    let pages = 0;
    opens('/therapists/t1', {
      'GET /api/v1/therapists/t1': () => [200, {...MIRA, languages: ['de'], practisingSince: 2012, professionalBodies: [], packages: []}],
      'GET /api/v1/therapists/t1/reviews': () => (pages++ === 0 ? [200, {reviews: [REVIEW], next: '4.1.r1'}] : [200, {reviews: [{...REVIEW, id: 'r2', text: 'The second page'}]}]),
      'POST /api/v1/reviews/r1/reports': () => [201, REVIEW],
    });
    await user.click(await screen.findByRole('button', {name: 'More reviews'}));
    await screen.findByText('The second page');
    expect(screen.queryByRole('button', {name: 'More reviews'})).not.toBeInTheDocument();
    await user.click(screen.getAllByRole('button', {name: 'Report it'})[0]!);
    await user.selectOptions(screen.getByLabelText('What is wrong with it?'), 'Advertising');
    await user.click(screen.getByRole('button', {name: 'Send the report'}));
    await screen.findByText(/A moderator looks at it/);
    expect(sent('POST', '/api/v1/reviews/r1/reports')!.body).toEqual({reason: 'ADVERTISING'});
  });
});
