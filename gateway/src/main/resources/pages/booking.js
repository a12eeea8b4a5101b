// One booking, for whoever has its link.
import {ask, at, day, facts, hour, made, money, name, opened, question, say, trying, when} from './guest.js';

const DAYS_TO_MOVE_TO = 14;

const STATUS = {
  HELD: 'is kept for you; confirm it to make it yours',
  CONFIRMED: 'is confirmed',
  ARRIVED: 'has begun',
  COMPLETED: 'has taken place',
  CANCELLED: 'is cancelled',
  EXPIRED: 'was given up',
  NO_SHOW: 'was missed',
};

async function show(booking, words) {
  const [clinic, therapist, treatment] = await Promise.all([
    name(`/clinics/${booking.clinicId}`),
    name(`/therapists/${booking.therapistId}`),
    name(`/treatments/${booking.treatment}`),
  ]);
  say(words || `Your session ${STATUS[booking.status] || ''}.`);
  at('when').textContent = `${when(booking.start, booking.zone)} (${booking.zone})`;
  facts(
    ['Treatment', `${treatment.name || booking.treatment}, ${booking.lengthMinutes} minutes`],
    ['With', therapist.name],
    ['Where', [clinic.name, clinic.address?.street, clinic.address?.city].filter(Boolean).join(', ')],
    ['Price', money(booking.price)],
    ['Reference', booking.reference],
    ['To pay', booking.fee && booking.fee.cents ? `a fee of ${money(booking.fee)}` : ''],
  );
  at('asking').hidden = true;
  const actions = [];
  if (booking.status === 'HELD') {
    actions.push(made('button', 'Confirm it', {onclick: () => change(booking, 'confirmation', undefined, 'Your session is confirmed. A mail is on its way.')}));
  }
  if (booking.status === 'CONFIRMED') actions.push(made('button', 'Move it', {onclick: () => move(booking)}));
  if (booking.status === 'HELD' || booking.status === 'CONFIRMED') {
    actions.push(made('button', 'Cancel it', {onclick: () => cancel(booking), className: 'quiet'}));
  }
  at('actions').replaceChildren(...actions);
  at('booking').hidden = false;
}

async function change(booking, what, body, words) {
  await trying(async () => {
    show(await ask('PUT', `/bookings/${booking.id}/${what}`, {body, version: booking.version}), words);
  });
}

// What it costs is shown before it is asked for, and no more than that is accepted.
async function cancel(booking) {
  await trying(async () => {
    const cost = await ask('GET', `/bookings/${booking.id}/cancellation`);
    question(cost.words, [
      made('button', 'Yes, cancel it', {
        onclick: () => change(booking, 'cancellation', {acceptedFeeCents: cost.fee.cents}, 'Your session is cancelled. A mail is on its way.'),
      }),
      made('button', 'No, keep it', {onclick: () => show(booking), className: 'quiet'}),
    ]);
  });
}

async function move(booking) {
  await trying(async () => {
    const cost = await ask('GET', `/bookings/${booking.id}/schedule`);
    const date = (days) => new Date(Date.now() + days * 86400000).toISOString().slice(0, 10);
    const query = new URLSearchParams({
      treatment: booking.treatment, durationMinutes: booking.lengthMinutes, therapistId: booking.therapistId,
      clinicId: booking.clinicId, from: date(0), to: date(DAYS_TO_MOVE_TO),
    });
    const {slots} = await ask('GET', `/availability?${query}`);
    const byDay = new Map();
    for (const slot of slots) {
      const title = day(slot.start, slot.zone);
      byDay.set(title, [...(byDay.get(title) || []), slot]);
    }
    const days = [...byDay].flatMap(([title, free]) => {
      const row = made('p', '', {className: 'times'});
      row.append(...free.map((slot) => made('button', hour(slot.start, slot.zone), {
        className: 'quiet',
        onclick: () => change(booking, 'schedule', {start: slot.start, acceptedFeeCents: cost.fee.cents}, 'Your session is moved. A mail is on its way.'),
      })));
      return [made('h2', title), row];
    });
    question(days.length ? `${cost.words} Choose another time:` : 'Nothing is free in the next two weeks. Ask the clinic.', [
      ...days,
      made('button', 'Leave it as it is', {onclick: () => show(booking)}),
    ]);
  });
}

opened(async ({bookingId}) => show(await ask('GET', `/bookings/${bookingId}`)));
