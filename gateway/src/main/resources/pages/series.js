// A series with all its visits, for whoever has its link.
import {ask, at, facts, made, money, name, opened, question, say, trying, when} from './guest.js';

const STATUS = {
  HELD: 'is kept for you; confirm it to make it yours',
  CONFIRMED: 'is confirmed',
  CANCELLED: 'is cancelled',
  RELEASED: 'was given up',
  EXPIRED: 'was given up',
};

const STANDING = {
  HELD: 'kept for you', NEXT: 'comes next', TO_COME: 'to come', DONE: 'took place',
  MISSED: 'missed', CANCELLED: 'cancelled', EXPIRED: 'given up',
};

async function show(series, words) {
  const therapists = new Map();
  for (const {booking} of series.visits) therapists.set(booking.therapistId, null);
  const [clinic, treatment, ...known] = await Promise.all([
    name(`/clinics/${series.clinicId}`),
    name(`/treatments/${series.treatment}`),
    ...[...therapists.keys()].map((id) => name(`/therapists/${id}`)),
  ]);
  [...therapists.keys()].forEach((id, i) => therapists.set(id, known[i].name));
  say(words || `Your series ${STATUS[series.status] || ''}.`);
  at('visits').replaceChildren(...series.visits.map(({standing, booking}) => {
    const item = made('li', '');
    const of = therapists.get(booking.therapistId);
    item.append(
      made('span', `${when(booking.start, booking.zone)} (${booking.zone})`, {className: 'when'}),
      made('span', [of && `with ${of}`, booking.reference, STANDING[standing]].filter(Boolean).join(', ')),
    );
    return item;
  }));
  facts(
    ['Treatment', `${treatment.name || series.treatment}, ${series.lengthMinutes} minutes`],
    ['Where', [clinic.name, clinic.address?.street, clinic.address?.city].filter(Boolean).join(', ')],
    ['Price', series.price.cents ? `${money(series.price)} in all` : ''],
  );
  at('asking').hidden = true;
  const actions = [];
  if (series.status === 'HELD') {
    actions.push(made('button', 'Confirm all of it', {onclick: () => change(series, 'PUT', 'confirmation', undefined, 'Your series is confirmed. A mail is on its way.')}));
    actions.push(made('button', 'Give it up', {className: 'quiet', onclick: () => change(series, 'DELETE', 'hold', undefined, 'Your series is given up.')}));
  }
  if (series.status === 'CONFIRMED' && series.next) {
    actions.push(made('button', 'Cancel all that is to come', {className: 'quiet', onclick: () => cancel(series)}));
  }
  at('actions').replaceChildren(...actions);
  at('series').hidden = false;
}

const change = (series, method, what, body, words) => trying(async () => {
  await show(await ask(method, `/series/${series.id}/${what}`, {body, version: series.version}), words);
});

// What it costs is shown before it is asked for, and no more than that is accepted.
const cancel = (series) => trying(async () => {
  const cost = await ask('GET', `/series/${series.id}/cancellation`);
  question(cost.words, [
    made('button', 'Yes, cancel it', {
      onclick: () => change(series, 'PUT', 'cancellation', {acceptedFeeCents: cost.fee.cents}, 'Your series is cancelled. A mail is on its way.'),
    }),
    made('button', 'No, keep it', {className: 'quiet', onclick: () => show(series)}),
  ]);
});

opened(async ({seriesId}) => show(await ask('GET', `/series/${seriesId}`)));
