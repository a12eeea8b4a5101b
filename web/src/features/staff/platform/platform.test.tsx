import {screen, waitFor, within} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {opened, refused} from '../testing/gateway';
import HealthPage from './HealthPage';
import LettersPage from './LettersPage';
import ModerationPage from './ModerationPage';

afterEach(() => vi.unstubAllGlobals());

const PLATFORM = {roles: [], platformAdmin: true};

describe('health', () => {
  const answers = {
    'GET /api/v1/cancellation-presets': () => [200, {presets: []}] as [number, unknown],
    'GET /api/v1/intake-form': () => [503, {type: 'urn:rhomboid:problem:not-ready'}] as [number, unknown],
    'GET /api/v1/inbox/unread': () => [200, {unread: 0}] as [number, unknown],
    'GET /api/v1/admin/invariants': () => [200, {running: false, report: {at: '2026-11-22T02:00:00Z', healthy: false, checked: 12, oldestUntoldSeconds: 1, counts: {gap: 1}, violations: [{invariant: 'gap', detail: 'booking b1 has no version 2'}]}}] as [number, unknown],
  };

  test('says which part answers and which does not, and what is broken in the book', async () => {
    opened('/staff/platform/health', HealthPage, PLATFORM, answers);
    const parts = within((await screen.findByRole('heading', {name: 'The parts'})).closest('section')!);
    await waitFor(() => expect(parts.getByText('Booking').closest('li')).toHaveTextContent('Not well (503)'));
    expect(parts.getByText('Messaging').closest('li')).toHaveTextContent('Answers');
    expect(await screen.findByText('One promise is broken')).toBeInTheDocument();
    expect(screen.getByText('booking b1 has no version 2')).toBeInTheDocument();
  });

  test('is nobody’s business who only leads a clinic', async () => {
    const {asked} = opened('/staff/platform/health', HealthPage, {roles: ['CLINIC_ADMIN']}, answers);
    await waitFor(() => expect(asked.map(({path}) => path)).toContain('/api/v1/clinics'));
    expect(asked.some(({path}) => path === '/api/v1/admin/invariants')).toBe(false);
  });
});

describe('dead letters', () => {
  const letter = {id: 'bookings.dlt:0:17', topic: 'bookings', key: 'b1', at: '2026-11-22T02:00:00Z', cause: 'unknown field', bytes: 210, state: 'OPEN'};

  test('one is tried again, and stands among those decided then', async () => {
    let state = 'OPEN';
    const {asked} = opened('/staff/platform/letters', LettersPage, PLATFORM, {
      'GET /api/v1/dead-letters': () => [200, {deadLetters: [{...letter, state}]}],
      'PUT /api/v1/dead-letters/bookings.dlt%3A0%3A17/redrive': () => {
        state = 'REDRIVEN';
        return [200, letter];
      },
    });
    expect(await screen.findByText('unknown field')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', {name: /^Try it again/}));
    expect(await screen.findByText('Nothing lies here')).toBeInTheDocument();
    expect(screen.getByText('1 decided')).toBeInTheDocument();
    expect(screen.getByText('Tried again')).toBeInTheDocument();
    expect(asked.filter(({method}) => method === 'PUT')).toHaveLength(1);
  });

  test('that somebody else was faster is said, and the letter stays', async () => {
    opened('/staff/platform/letters', LettersPage, PLATFORM, {
      'GET /api/v1/dead-letters': () => [200, {deadLetters: [letter]}],
      'PUT /api/v1/dead-letters/bookings.dlt%3A0%3A17/discard': () => refused(409, 'already-decided'),
    });
    await userEvent.click(await screen.findByRole('button', {name: /^Lay it aside/}));
    expect(await screen.findByRole('alert')).toBeInTheDocument();
    expect(screen.getByText('unknown field')).toBeInTheDocument();
  });
});

describe('moderation', () => {
  const one = {
    status: 'REPORTED',
    review: {id: 'v1', version: 2, stars: 1, shownName: 'Jo', text: 'Call me on 030 1', therapistId: 't1', publishedAt: '2026-11-20T10:00:00Z'},
    reports: [{reason: 'NAMES_SOMEBODY', text: 'a number', at: '2026-11-21T10:00:00Z'}],
    moderation: {},
  };

  test('a review is hidden with a reason only, and as it was seen', async () => {
    const {asked} = opened('/staff/platform/reviews', ModerationPage, PLATFORM, {
      'GET /api/v1/reviews': () => [200, {reviews: [one]}],
      'PUT /api/v1/reviews/v1/moderation': () => [200, {}],
    });
    expect(await screen.findByText('Names somebody')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', {name: 'Hide it'}));
    expect(screen.getByRole('textbox', {name: 'Your reason'})).toHaveAccessibleDescription(/Say why/);
    await userEvent.type(screen.getByRole('textbox', {name: 'Your reason'}), 'A phone number');
    await userEvent.click(screen.getByRole('button', {name: 'Hide it'}));
    await waitFor(() => expect(asked.some(({method}) => method === 'PUT')).toBe(true));
    const sent = asked.find(({method}) => method === 'PUT')!;
    expect([sent.body, sent.headers.get('If-Match')]).toEqual([{decision: 'HIDE', reason: 'A phone number'}, '"2"']);
  });

  test('what is hidden is asked for by itself, and shows why', async () => {
    const {asked} = opened('/staff/platform/reviews', ModerationPage, PLATFORM, {
      'GET /api/v1/reviews': ({query}) => [200, {reviews: query.get('status') === 'HIDDEN' ? [{...one, status: 'HIDDEN', moderation: {reason: 'It was advertising'}}] : []}],
      'PUT /api/v1/reviews/v1/moderation': () => [200, {}],
    });
    expect(await screen.findByText('No review waits for you')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('radio', {name: 'Hidden'}));
    expect(await screen.findByText('It was advertising')).toBeInTheDocument();
    expect(screen.queryByRole('button', {name: 'Hide it'})).not.toBeInTheDocument();
    expect(asked.filter(({path}) => path === '/api/v1/reviews').map(({query}) => query.get('limit'))).toEqual(['100', '100']);
    await userEvent.type(screen.getByRole('textbox', {name: 'Your reason'}), 'It was not');
    await userEvent.click(screen.getByRole('button', {name: 'Show it again'}));
    await waitFor(() => expect(asked.find(({method}) => method === 'PUT')?.body).toEqual({decision: 'KEEP', reason: 'It was not'}));
  });
});
