import {fireEvent, screen, waitFor} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, expect, test, vi} from 'vitest';
import type {Sitting} from '../../../api/desk';
import {dateOf} from '../../../lib/time';
import {gateway, opened, shown} from '../testing/gateway';
import SearchPage from './SearchPage';
import {Told} from './Told';
import VouchersPage from './VouchersPage';

afterEach(() => vi.unstubAllGlobals());

const booking = {id: 'b1', reference: 'RH-ABC123', version: 1, status: 'CONFIRMED', treatment: 'SWEDISH', start: '2026-11-24T10:00:00+01:00', zone: 'Europe/Berlin'};

test('who rings is found by their name, which stands in no address', async () => {
  const {asked, history} = opened('/staff/search', SearchPage, {roles: ['DESK']}, {
    'GET /api/v1/bookings': () => [200, {bookings: []}],
    'POST /api/v1/bookings/searches': () => [200, {bookings: [{booking, name: 'José Weber', phone: '+49 30 1'}], truncated: false}],
  });
  await screen.findByText('Everything booked fits');
  await userEvent.type(screen.getByRole('searchbox', {name: 'Name, phone or reference'}), 'weber');
  await userEvent.click(screen.getByRole('button', {name: 'Find'}));
  const line = await screen.findByRole('link', {name: /José Weber/});
  expect(line).toHaveAttribute('href', expect.stringContaining('date=2026-11-24'));
  const sent = asked.find(({method}) => method === 'POST')!;
  expect([sent.body, sent.query.get('clinicId')]).toEqual([{words: 'weber'}, 'c1']);
  expect(history.location.href).not.toContain('weber');
});

test('why she did not get it is said, and it is sent again', async () => {
  const asked = gateway({
    'GET /api/v1/deliveries/log': () => [
      200,
      {entries: [{deliveryId: 'd1', delivery: {kind: 'REMINDER', channel: 'MAIL', state: 'FAILED', attempts: 6, recipient: 'client', occurredAt: '2026-11-23T09:00:00Z', reason: 'recipient refused: 550 5.1.1'}}]},
    ],
    'POST /api/v1/deliveries/resends': () => [202, {deliveryId: 'd2'}],
  });
  shown(<Told sitting={{bookingId: 'b1', clinicId: 'c1', zone: 'Europe/Berlin'} as Sitting} />);
  expect(asked).toEqual([]);
  fireEvent(screen.getByText('What was told').closest('details')!, new Event('toggle'));
  await userEvent.click(screen.getByText('What was told'));
  expect(await screen.findByText('recipient refused: 550 5.1.1')).toBeInTheDocument();
  await userEvent.click(screen.getByRole('button', {name: 'Send again Reminder'}));
  await waitFor(() => expect(asked.find(({method}) => method === 'POST')?.body).toEqual({deliveryId: 'd1'}));
  expect(await screen.findByText('It is on its way.')).toBeInTheDocument();
});

test('a gift card is sold to the end of the third year after this one, and its code is shown once', async () => {
  const {asked} = opened('/staff/vouchers', VouchersPage, {roles: ['DESK']}, {
    'GET /api/v1/vouchers': () => [200, {vouchers: [], truncated: false}],
    'POST /api/v1/vouchers': () => [201, {id: 'v1', code: 'ABCD-EFGH'}],
  });
  await userEvent.type(await screen.findByRole('textbox', {name: 'Amount'}), '50');
  const lastDay = `${Number(dateOf(new Date(), 'Europe/Berlin').slice(0, 4)) + 3}-12-31`;
  expect(screen.getByLabelText('Good until')).toHaveValue(lastDay);
  await userEvent.click(screen.getByRole('button', {name: 'Sell it'}));
  expect(await screen.findByText('ABCD-EFGH')).toBeInTheDocument();
  expect(asked.find(({method}) => method === 'POST')!.body).toEqual({kind: 'GIFT_CARD', clinicId: 'c1', cents: 5000, paidCents: 5000, payment: 'CARD', lastDay});
});
