// What every page for guests does. The link is the part of the address behind #, which no server sees; it is exchanged
// for a pass, with which the API is asked.
const API = '/api/v1';
let pass = null;

export const at = (id) => document.getElementById(id);

export class Refused extends Error {
  constructor(problem) {
    super(problem.detail || problem.title || 'That did not work.');
    this.type = (problem.type || '').split(':').pop();
    this.problem = problem;
  }
}

export async function ask(method, path, {body, version} = {}) {
  const headers = {Accept: 'application/json'};
  if (pass) headers['Guest-Pass'] = pass;
  if (body !== undefined) headers['Content-Type'] = 'application/json';
  if (version !== undefined) headers['If-Match'] = `"${version}"`;
  let answer;
  try {
    answer = await fetch(API + path, {method, headers, cache: 'no-store', body: body === undefined ? undefined : JSON.stringify(body)});
  } catch {
    throw new Refused({detail: 'We can’t be reached right now. Check your connection and try again.'});
  }
  const json = await answer.json().catch(() => ({}));
  if (!answer.ok) throw new Refused(json);
  return json;
}

// Names are a courtesy: what they are of can be shown without them.
export const name = (path) => ask('GET', path).catch(() => ({}));

const format = (style, time, zone) => new Intl.DateTimeFormat('en-GB', {...style, timeZone: zone}).format(new Date(time));
const DAY = {weekday: 'long', day: 'numeric', month: 'long'};
const HOUR = {hour: '2-digit', minute: '2-digit'};
export const when = (time, zone) => format({...DAY, year: 'numeric', ...HOUR}, time, zone);
export const day = (time, zone) => format(DAY, time, zone);
export const hour = (time, zone) => format(HOUR, time, zone);

export function money({cents, currency}) {
  const amount = new Intl.NumberFormat('en-GB', {style: 'currency', currency});
  return amount.format(cents / 10 ** amount.resolvedOptions().maximumFractionDigits);
}

export function made(tag, text, more = {}) {
  return Object.assign(document.createElement(tag), {textContent: text}, more);
}

export function say(text) { at('message').textContent = text; }

/** Terms with what they are, without those that are not known. */
export function facts(...all) {
  at('facts').replaceChildren(
    ...all.filter(([, value]) => value).flatMap(([label, value]) => [made('dt', label), made('dd', value)]));
}

export function question(text, answers) {
  at('actions').replaceChildren();
  at('asking').replaceChildren(made('p', text), ...answers);
  at('asking').hidden = false;
  at('asking').querySelector('button').focus();
}

let begin = () => {};

/** Does something that may be refused, and says why; begins anew where what is shown is no longer so. */
export async function trying(what) {
  try {
    await what();
  } catch (refused) {
    if (!(refused instanceof Refused)) throw refused;
    if (refused.type === 'version-changed' || refused.type === 'not-signed-in') return begin();
    const {phone, email} = refused.problem;
    say([refused.message, phone, email].filter(Boolean).join(' '));
  }
}

/** Opens what the link opens, now and whenever the address gets another one. */
export function opened(show) {
  begin = () => trying(async () => {
    pass = null;
    const link = location.hash.slice(1);
    if (!link) throw new Refused({detail: 'This page opens with the link from your mail.'});
    const opened = await ask('POST', '/guest-passes', {body: {link}});
    pass = opened.pass;
    await show(opened);
  });
  addEventListener('hashchange', begin);
  begin();
}
