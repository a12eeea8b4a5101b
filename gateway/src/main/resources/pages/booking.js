// One booking, for whoever has its link. The link is the part of the address behind #, which no server sees.
(() => {
  'use strict';

  const API = '/api/v1';
  const DAYS_TO_MOVE_TO = 14;
  const at = (id) => document.getElementById(id);
  let pass = null;

  class Refused extends Error {
    constructor(problem) {
      super(problem.detail || problem.title || 'That did not work.');
      this.type = (problem.type || '').split(':').pop();
      this.problem = problem;
    }
  }

  async function ask(method, path, {body, version} = {}) {
    const headers = {Accept: 'application/json'};
    if (pass) headers['Guest-Pass'] = pass;
    if (body !== undefined) headers['Content-Type'] = 'application/json';
    if (version !== undefined) headers['If-Match'] = `"${version}"`;
    let answer;
    try {
      answer = await fetch(API + path, {method, headers, body: body === undefined ? undefined : JSON.stringify(body)});
    } catch {
      throw new Refused({detail: 'We can’t be reached right now. Check your connection and try again.'});
    }
    const json = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Refused(json);
    return json;
  }

  const when = (time, zone) => new Intl.DateTimeFormat('en-GB', {
    weekday: 'long', day: 'numeric', month: 'long', year: 'numeric', hour: '2-digit', minute: '2-digit', timeZone: zone,
  }).format(new Date(time));
  const hour = (time, zone) => new Intl.DateTimeFormat('en-GB', {
    hour: '2-digit', minute: '2-digit', timeZone: zone,
  }).format(new Date(time));
  const day = (time, zone) => new Intl.DateTimeFormat('en-GB', {
    weekday: 'long', day: 'numeric', month: 'long', timeZone: zone,
  }).format(new Date(time));

  function money({cents, currency}) {
    const format = new Intl.NumberFormat('en-GB', {style: 'currency', currency});
    return format.format(cents / 10 ** format.resolvedOptions().maximumFractionDigits);
  }

  function made(tag, text, more = {}) {
    return Object.assign(document.createElement(tag), {textContent: text}, more);
  }

  const STATUS = {
    HELD: 'is kept for you; confirm it to make it yours',
    CONFIRMED: 'is confirmed',
    ARRIVED: 'has begun',
    COMPLETED: 'has taken place',
    CANCELLED: 'is cancelled',
    EXPIRED: 'was given up',
    NO_SHOW: 'was missed',
  };

  function say(text) { at('message').textContent = text; }

  // The names are a courtesy: what is booked can be shown without them.
  const name = (path) => ask('GET', path).catch(() => ({}));

  async function show(booking, words) {
    const [clinic, therapist, treatment] = await Promise.all([
      name(`/clinics/${booking.clinicId}`),
      name(`/therapists/${booking.therapistId}`),
      name(`/treatments/${booking.treatment}`),
    ]);
    say(words || `Your session ${STATUS[booking.status] || ''}.`);
    at('when').textContent = `${when(booking.start, booking.zone)} (${booking.zone})`;
    const facts = [
      ['Treatment', `${treatment.name || booking.treatment}, ${booking.lengthMinutes} minutes`],
      ['With', therapist.name],
      ['Where', [clinic.name, clinic.address?.street, clinic.address?.city].filter(Boolean).join(', ')],
      ['Price', money(booking.price)],
      ['Reference', booking.reference],
      ['To pay', booking.fee && booking.fee.cents ? `a fee of ${money(booking.fee)}` : ''],
    ].filter(([, value]) => value);
    at('facts').replaceChildren(...facts.flatMap(([label, value]) => [made('dt', label), made('dd', value)]));
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

  function question(text, answers) {
    at('actions').replaceChildren();
    at('asking').replaceChildren(made('p', text), ...answers);
    at('asking').hidden = false;
    at('asking').querySelector('button').focus();
  }

  async function trying(what) {
    try {
      await what();
    } catch (refused) {
      if (!(refused instanceof Refused)) throw refused;
      if (refused.type === 'version-changed' || refused.type === 'not-signed-in') return begin();
      const {phone, email} = refused.problem;
      say([refused.message, phone, email].filter(Boolean).join(' '));
    }
  }

  async function begin() {
    await trying(async () => {
      pass = null;
      const link = location.hash.slice(1);
      if (!link) throw new Refused({detail: 'This page opens with the link from your mail.'});
      const opened = await ask('POST', '/guest-passes', {body: {link}});
      pass = opened.pass;
      await show(await ask('GET', `/bookings/${opened.bookingId}`));
    });
  }

  addEventListener('hashchange', begin);
  begin();
})();
