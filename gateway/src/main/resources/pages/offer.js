// Where somebody on the waitlist says yes or no, with the link to their place. Opening the page changes nothing: mail
// scanners do that too.
import {ask, at, facts, hour, made, money, name, opened, say, trying, when} from './guest.js';

const WORDS = {
  WAITING: 'Nothing is kept for you at the moment. You are still waiting; a mail tells when something becomes free.',
  TAKEN: 'The session is yours. A confirmation comes by mail.',
  LAPSED: 'You are not waiting any more. You can join the waitlist again whenever you like.',
  CANCELLED: 'You are not waiting any more. You can join the waitlist again whenever you like.',
};

async function show(place) {
  const {offer} = place;
  const [clinic, treatment] = await Promise.all([name(`/clinics/${place.clinicId}`), name(`/treatments/${place.treatment}`)]);
  at('title').textContent = offer ? 'A time is kept for you' : 'Your place on the waitlist';
  say(offer ? `Kept for you until ${when(offer.until, offer.zone)}. After that it is offered to the next.` : WORDS[place.state]);
  at('when').textContent = offer ? `${when(offer.start, offer.zone)} (${offer.zone})` : '';
  facts(
    ['Treatment', treatment.name || place.treatment],
    ['Ends', offer && hour(offer.end, offer.zone)],
    ['With', offer && offer.therapistName],
    ['Where', [clinic.name, clinic.address?.street, clinic.address?.city].filter(Boolean).join(', ')],
    ['Price', offer && money(offer.price)],
  );
  const button = (text, change, more) => made('button', text, {...more, onclick: () => answer(place, change)});
  const quiet = {className: 'quiet'};
  at('actions').replaceChildren(
    ...(offer ? [button('Yes, book it', 'acceptance'), button('No, offer it to the next', 'refusal', quiet)] : []),
    ...(['WAITING', 'OFFERED'].includes(place.state) ? [button('I do not want to wait any longer', 'cancellation', quiet)] : []),
  );
  at('place').hidden = false;
}

const answer = (place, change) => trying(async () => {
  const path = `/waitlist/${place.id}`;
  try {
    await show(await ask('PUT', `${path}/${change}`, {version: place.version}));
  } catch (refused) {
    if (!['no-offer', 'offer-over', 'not-waiting'].includes(refused.type)) throw refused;
    await show(await ask('GET', path));
    say(refused.message);
  }
});

opened(async ({waitlistEntryId}) => show(await ask('GET', `/waitlist/${waitlistEntryId}`)));
