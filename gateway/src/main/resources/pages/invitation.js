// Where somebody who is invited to a clinic's staff accepts, as whom they have signed in. The token is the part of the
// address behind #, which no server sees.
const at = (id) => document.getElementById(id);
const say = (text) => { at('message').textContent = text; };
const made = (tag, more) => Object.assign(document.createElement(tag), more);

const ROLES = {DESK: 'the desk', CLINIC_ADMIN: 'its admins', THERAPIST: 'those who treat'};

async function accept(token, csrf) {
  at('actions').replaceChildren();
  const answer = await fetch('/api/v1/invitations/acceptance', {
    method: 'POST', cache: 'no-store',
    headers: {'Content-Type': 'application/json', 'X-CSRF-Token': csrf}, body: JSON.stringify({token}),
  });
  const body = await answer.json().catch(() => ({}));
  if (!answer.ok) {
    say(`${body.detail || 'That did not work.'} Ask who has invited you for another invitation, or sign in with the address that the mail went to.`);
    return;
  }
  say(`Welcome: you belong to ${body.roles.map((role) => ROLES[role] || role).join(' and ')} of the clinic.`);
}

async function begin() {
  const token = location.hash.slice(1);
  if (!token) return say('This page opens with the link from your mail.');
  const who = await (await fetch('/session', {cache: 'no-store'})).json();
  if (!who.signedIn) {
    say('Sign in with the address that the mail went to, or register with it. Then open the link in the mail again.');
    at('actions').replaceChildren(made('a', {textContent: 'Sign in', href: who.signInAt}));
    return;
  }
  say(`You have signed in as ${who.email || who.name}. Accept the invitation as this person?`);
  at('actions').replaceChildren(made('button', {textContent: 'Yes, accept', onclick: () => trying(() => accept(token, who.csrfToken))}));
}

const trying = (what) => what().catch(() => say('We can’t be reached right now. Check your connection and try again.'));

addEventListener('hashchange', () => trying(begin));
trying(begin);
