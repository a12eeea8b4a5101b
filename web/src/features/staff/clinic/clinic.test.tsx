import {screen, waitFor, within} from '@testing-library/react';
import userEvent from '@testing-library/user-event';
import {afterEach, describe, expect, test, vi} from 'vitest';
import {opened, Paper, refused, type Asked} from '../testing/gateway';
import OpeningPage from './OpeningPage';
import PolicyPage from './PolicyPage';
import QueuePage from './QueuePage';
import RoomsPage from './RoomsPage';
import TeamPage from './TeamPage';
import TreatmentsPage from './TreatmentsPage';

afterEach(() => vi.unstubAllGlobals());

const CLINIC = {
  id: 'c1', version: 4, name: 'Spree', zone: 'Europe/Berlin', currency: 'EUR', address: {street: 'Ufer 1', city: 'Berlin'}, photos: [], treatmentLengths: [],
  rooms: [{id: 'r1', name: 'Linden', features: ['TABLE']}], equipment: [], closures: [],
  openingHours: [{day: 'MONDAY', hours: {from: '09:00:00', to: '18:00:00'}}],
  policy: {
    cancellation: 'FAIR', cancellationTerms: 'x', freeCancellationMinutes: 1440, lateCancellationPercent: 50, noShowPercent: 100,
    startGridMinutes: 15, minimumNoticeMinutes: 60, horizonDays: 60, bufferBeforeMinutes: 0, bufferAfterMinutes: 15, offerMinutes: 60,
  },
};
const LEADS = {roles: ['CLINIC_ADMIN']};
const clinic = {
  'GET /api/v1/clinics/c1': () => [200, CLINIC] as [number, unknown],
  'PUT /api/v1/clinics/c1': ({body}: Asked) => [200, {...CLINIC, ...(body as object), version: 5}] as [number, unknown],
};
const changeIn = (asked: Asked[]) => asked.find(({method}) => method === 'PUT' || method === 'POST' || method === 'DELETE')!;

describe('licences', () => {
  const held = {therapistId: 't1', therapistName: 'Mira Albrecht', licence: {id: 'l1', status: 'SUBMITTED', authority: 'Gesundheitsamt Berlin', number: 'HP-7', jurisdiction: 'DE', validFrom: '2026-01-01', validUntil: '2028-01-01'}};
  const answers = {
    'GET /api/v1/licences': () => [200, {licences: [held]}] as [number, unknown],
    'GET /api/v1/therapists/t1/licences/l1/evidence': () => [404, {type: 'urn:rhomboid:problem:no-evidence'}] as [number, unknown],
    'GET /api/v1/therapists/t1': () => [200, {id: 't1', version: 9}] as [number, unknown],
    'PUT /api/v1/therapists/t1/licences/l1/verification': () => [200, {}] as [number, unknown],
  };
  const looking = async () => {
    await userEvent.click(await screen.findByRole('button', {name: 'Look at it Mira Albrecht'}));
    return within(screen.getByRole('dialog', {name: 'Mira Albrecht'}));
  };

  test('one that waits is looked at and verified, as the therapist is at that moment', async () => {
    const {asked} = opened('/staff/clinic/licences', QueuePage, LEADS, answers);
    const dialog = await looking();
    expect(dialog.getByText('HP-7')).toBeInTheDocument();
    expect(await dialog.findByText(/No paper was handed in yet/)).toBeInTheDocument();
    await userEvent.click(dialog.getByRole('button', {name: 'Verify'}));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const sent = changeIn(asked);
    expect([sent.body, sent.headers.get('If-Match')]).toEqual([{status: 'VERIFIED'}, '"9"']);
  });

  test('the paper that was handed in can be saved', async () => {
    opened('/staff/clinic/licences', QueuePage, LEADS, {
      ...answers,
      'GET /api/v1/therapists/t1/licences/l1/evidence': () => [200, new Paper('%PDF-1.7', 'application/pdf')],
    });
    const dialog = await looking();
    expect(await dialog.findByRole('link', {name: 'Save the paper (1 KB)'})).toHaveAttribute('href', `data:application/pdf;base64,${btoa('%PDF-1.7')}`);
  });

  test('a refusal needs a reason', async () => {
    const {asked} = opened('/staff/clinic/licences', QueuePage, LEADS, answers);
    const dialog = await looking();
    await userEvent.click(dialog.getByRole('button', {name: 'Refuse'}));
    expect(dialog.getByRole('textbox', {name: 'Reason'})).toHaveAccessibleDescription(/Say why/);
    expect(changeIn(asked)).toBeUndefined();
    await userEvent.type(dialog.getByRole('textbox', {name: 'Reason'}), 'The paper cannot be read');
    await userEvent.click(dialog.getByRole('button', {name: 'Refuse'}));
    await waitFor(() => expect(changeIn(asked).body).toEqual({status: 'REJECTED', reason: 'The paper cannot be read'}));
  });

  test('who does not lead the clinic sees none of them, and none are asked for', async () => {
    const {asked} = opened('/staff/clinic/licences', QueuePage, {roles: ['DESK']}, answers);
    await waitFor(() => expect(asked.map(({path}) => path)).toContain('/api/v1/clinics'));
    expect(screen.queryByRole('radio', {name: 'To look at'})).not.toBeInTheDocument();
    expect(asked.some(({path}) => path === '/api/v1/licences')).toBe(false);
  });
});

describe('opening hours', () => {
  test('a day gets hours, and is kept with the version that was seen', async () => {
    const {asked} = opened('/staff/clinic/opening', OpeningPage, LEADS, clinic);
    expect(await screen.findByLabelText('Monday, from')).toHaveValue('09:00');
    expect(screen.getByRole('button', {name: 'Keep it'})).toBeDisabled();
    await userEvent.click(screen.getByRole('button', {name: 'Open Tuesday'}));
    await userEvent.click(screen.getByRole('button', {name: 'Keep it'}));
    await waitFor(() => expect(changeIn(asked)).toBeDefined());
    const sent = changeIn(asked);
    expect(sent.headers.get('If-Match')).toBe('"4"');
    expect((sent.body as typeof CLINIC).openingHours.map(({day}) => day)).toEqual(['MONDAY', 'TUESDAY']);
    expect(await screen.findByText('Kept.', {exact: false})).toBeInTheDocument();
  });

  test('what the service finds wrong with a closed day stands beside it', async () => {
    opened('/staff/clinic/opening', OpeningPage, LEADS, {
      ...clinic,
      'PUT /api/v1/clinics/c1': () => refused(400, 'invalid-field', {errors: [{field: 'closures[0].until', message: 'must not be so far away'}]}),
    });
    const first = await screen.findByLabelText('First day');
    await userEvent.type(first, '2099-12-24');
    await userEvent.type(screen.getByLabelText(/^Why/), 'Holidays');
    await userEvent.click(screen.getByRole('button', {name: 'Add'}));
    await userEvent.click(screen.getByRole('button', {name: 'Keep it'}));
    expect(await screen.findByText('must not be so far away')).toBeInTheDocument();
    expect(screen.getByRole('alert')).toHaveTextContent('Nothing was changed');
  });
});

describe('rooms', () => {
  const answers = {...clinic, 'GET /api/v1/treatments': () => [200, {treatments: [{code: 'THAI', roomNeeds: ['FLOOR_MAT'], equipmentNeeds: []}]}] as [number, unknown]};

  test('a room offers what treatments need, and another one is added', async () => {
    const {asked} = opened('/staff/clinic/rooms', RoomsPage, LEADS, answers);
    const offers = await screen.findByRole('group', {name: 'Offers Linden'});
    await userEvent.click(await within(offers).findByRole('checkbox', {name: 'Mat on the floor'}));
    await userEvent.click(screen.getByRole('button', {name: 'Add a room'}));
    await userEvent.type(screen.getAllByRole('textbox', {name: 'Name'}).at(-1)!, 'Ahorn');
    await userEvent.click(screen.getByRole('button', {name: 'Keep it'}));
    await waitFor(() => expect(changeIn(asked)).toBeDefined());
    expect((changeIn(asked).body as typeof CLINIC).rooms).toMatchObject([
      {id: 'r1', name: 'Linden', features: ['TABLE', 'FLOOR_MAT']},
      {name: 'Ahorn'},
    ]);
  });

  test('a room in which somebody is booked is not taken away, and it is said why', async () => {
    opened('/staff/clinic/rooms', RoomsPage, LEADS, {...answers, 'PUT /api/v1/clinics/c1': () => refused(400, 'invalid-field', {errors: [{field: 'rooms', message: 'must not be empty'}]})});
    await userEvent.click(await screen.findByRole('button', {name: 'Remove Linden'}));
    await userEvent.click(screen.getByRole('button', {name: 'Keep it'}));
    expect(await screen.findByRole('alert')).toHaveTextContent('rooms must not be empty');
  });
});

describe('treatments', () => {
  const house = {code: 'SWEDISH', name: 'Swedish massage', lengthsMinutes: [30, 60], roomNeeds: ['TABLE'], equipmentNeeds: []};
  const answers = {
    ...clinic,
    'GET /api/v1/treatments': () => [200, {treatments: [house]}] as [number, unknown],
    'PUT /api/v1/clinics/c1/treatments/SWEDISH/lengths': () => [200, {pricesLeft: [{name: 'Mira Albrecht'}]}] as [number, unknown],
    'POST /api/v1/treatments': () => [201, {}] as [number, unknown],
  };

  test('one of the house is given in other lengths here, and whose prices are left over is said', async () => {
    const {asked} = opened('/staff/clinic/treatments', TreatmentsPage, LEADS, answers);
    const lengths = await screen.findByRole('textbox', {name: 'Lengths, minutes Swedish massage'});
    await userEvent.clear(lengths);
    await userEvent.type(lengths, 'an hour');
    expect(lengths).toHaveAccessibleDescription('Minutes, for example 30, 60');
    await userEvent.clear(lengths);
    await userEvent.type(lengths, '90, 60');
    await userEvent.click(screen.getByRole('button', {name: 'Keep it'}));
    expect(await screen.findByText(/list of Mira Albrecht/)).toBeInTheDocument();
    expect(changeIn(asked).body).toEqual({lengthsMinutes: [60, 90]});
  });

  test('one of the clinic’s own gets its code from its name', async () => {
    const {asked} = opened('/staff/clinic/treatments', TreatmentsPage, LEADS, answers);
    await userEvent.click(await screen.findByRole('button', {name: 'Add a treatment of our own'}));
    const form = within(screen.getByRole('dialog', {name: 'Add a treatment of our own'}));
    await userEvent.type(form.getByRole('textbox', {name: 'Name'}), 'Schröpfen & Öl');
    await userEvent.type(form.getByRole('textbox', {name: 'How it is done'}), 'With cups');
    await userEvent.type(form.getByRole('textbox', {name: /Best for/}), 'A stiff back{enter}Cold shoulders');
    await userEvent.type(form.getByRole('textbox', {name: /What it does/}), 'Warms');
    await userEvent.click(form.getByRole('button', {name: 'Keep it'}));
    await waitFor(() => expect(screen.queryByRole('dialog')).not.toBeInTheDocument());
    const sent = changeIn(asked);
    expect(sent.body).toMatchObject({code: 'SCHROPFEN_OL', clinicId: 'c1', bestFor: ['A stiff back', 'Cold shoulders'], lengthsMinutes: [30, 60]});
    expect(sent.headers.get('Idempotency-Key')).toBeTruthy();
  });
});

describe('the team', () => {
  const dana = {person: 'p2', version: 3, name: 'Dana', mail: 'dana@clinic.example', roles: ['DESK']};
  const answers = {
    'GET /api/v1/clinics/c1/members': () => [200, {members: [{person: 'p1', version: 1, name: 'Anton', roles: ['CLINIC_ADMIN']}, dana]}] as [number, unknown],
    'GET /api/v1/clinics/c1/invitations': () => [200, {invitations: [{id: 'i1', version: 1, clinicId: 'c1', mail: 'new@clinic.example', roles: ['DESK'], expiresAt: '2026-12-01T10:00:00Z'}]}] as [number, unknown],
    'GET /api/v1/therapists': () => [200, {therapists: [{id: 't1', name: 'Mira Albrecht'}]}] as [number, unknown],
    'POST /api/v1/clinics/c1/invitations': () => [201, {}] as [number, unknown],
    'DELETE /api/v1/clinics/c1/invitations/i1': () => [204] as [number],
    'PUT /api/v1/clinics/c1/members/p2': () => [200, {}] as [number, unknown],
    'DELETE /api/v1/clinics/c1/members/p2': () => [204] as [number],
  };

  test('somebody who treats is invited as one of the therapists', async () => {
    const {asked} = opened('/staff/clinic/team', TeamPage, LEADS, answers);
    await userEvent.type(await screen.findByRole('textbox', {name: 'Mail address'}), ' mira@clinic.example ');
    await userEvent.click(screen.getByRole('checkbox', {name: 'Therapist'}));
    await userEvent.click(screen.getByRole('checkbox', {name: 'Desk'}));
    expect(screen.getByRole('button', {name: 'Send the invitation'})).toBeDisabled();
    await userEvent.selectOptions(screen.getByRole('combobox', {name: 'Treats as'}), await screen.findByRole('option', {name: 'Mira Albrecht'}));
    await userEvent.click(screen.getByRole('button', {name: 'Send the invitation'}));
    expect(await screen.findByText('It is on its way.')).toBeInTheDocument();
    expect(changeIn(asked).body).toEqual({mail: 'mira@clinic.example', roles: ['THERAPIST'], therapistId: 't1'});
  });

  test('who is one of them is told from oneself, gets other roles, and is taken out only when it is said twice', async () => {
    const {asked} = opened('/staff/clinic/team', TeamPage, LEADS, answers);
    expect((await screen.findByRole('button', {name: 'Change Anton'})).closest('li')).toHaveTextContent('(you)');
    await userEvent.click(screen.getByRole('button', {name: 'Change Dana'}));
    const dialog = within(screen.getByRole('dialog', {name: 'Dana'}));
    expect(dialog.queryByRole('checkbox', {name: 'Therapist'})).not.toBeInTheDocument();
    await userEvent.click(dialog.getByRole('checkbox', {name: 'Leads the clinic'}));
    await userEvent.click(dialog.getByRole('button', {name: 'Keep it'}));
    await waitFor(() => expect(changeIn(asked)?.body).toEqual({roles: ['DESK', 'CLINIC_ADMIN']}));
    expect(changeIn(asked).headers.get('If-Match')).toBe('"3"');
    await userEvent.click(await screen.findByRole('button', {name: 'Change Dana'}));
    await userEvent.click(screen.getByRole('button', {name: 'Take out of the team'}));
    expect(asked.some(({method}) => method === 'DELETE')).toBe(false);
    expect(screen.getByText(/They can see and do nothing here any more/)).toBeInTheDocument();
    await userEvent.click(within(screen.getByRole('dialog')).getAllByRole('button').find((button) => /Yes/.test(button.textContent ?? ''))!);
    await waitFor(() => expect(asked.some(({method, path}) => method === 'DELETE' && path.endsWith('/members/p2'))).toBe(true));
  });

  test('an invitation is taken back', async () => {
    const {asked} = opened('/staff/clinic/team', TeamPage, LEADS, answers);
    await userEvent.click(await screen.findByRole('button', {name: 'Take back new@clinic.example'}));
    await waitFor(() => expect(asked.some(({method, path}) => method === 'DELETE' && path.endsWith('/invitations/i1'))).toBe(true));
  });
});

describe('the policy', () => {
  const presets = [
    {code: 'FAIR', name: 'Fair', advice: 'x', freeMinutes: 1440, latePercent: 50, noShowPercent: 100},
    {code: 'STRICT', name: 'Strict', advice: 'x', freeMinutes: 4320, latePercent: 100, noShowPercent: 100},
  ];
  const answers = {...clinic, 'GET /api/v1/cancellation-presets': () => [200, {presets}] as [number, unknown]};

  test('is read in plain words before it is kept, and by a preset no number is sent', async () => {
    const {asked} = opened('/staff/clinic/policy', PolicyPage, LEADS, answers);
    await userEvent.selectOptions(await screen.findByRole('combobox', {name: 'Terms'}), 'STRICT');
    expect(screen.getByText('You can cancel free of charge until 3 days before.')).toBeInTheDocument();
    expect(screen.getByText('Cancelled less than 3 days before: €80')).toBeInTheDocument();
    await userEvent.click(screen.getByRole('button', {name: 'Keep it'}));
    await waitFor(() => expect(changeIn(asked)).toBeDefined());
    const {policy} = changeIn(asked).body as typeof CLINIC;
    expect(policy.cancellation).toBe('STRICT');
    expect(policy).not.toHaveProperty('lateCancellationPercent');
  });

  test('one’s own numbers begin where the preset was, and what is wrong stands beside its field', async () => {
    opened('/staff/clinic/policy', PolicyPage, LEADS, {
      ...answers,
      'PUT /api/v1/clinics/c1': () => refused(400, 'invalid-field', {errors: [{field: 'policy.horizonDays', message: 'must be at most 366'}]}),
    });
    await userEvent.selectOptions(await screen.findByRole('combobox', {name: 'Terms'}), 'CUSTOM');
    expect(screen.getByRole('spinbutton', {name: 'Later, percent of the price'})).toHaveValue(50);
    await userEvent.click(screen.getByRole('button', {name: 'Keep it'}));
    expect(await screen.findByRole('alert')).toHaveTextContent('Nothing was changed');
    expect(screen.getByRole('spinbutton', {name: 'Bookable … days ahead'})).toHaveAccessibleDescription('must be at most 366');
  });
});
