import {speaks} from '../../lib/words';

const en = {
  title: 'For two, at the same time',
  lead: 'You begin together, each with a therapist of their own.',
  clinic: 'Where?',
  choose: 'Choose',
  yours: 'For you',
  theirs: 'For who comes with you',
  length: 'How long?',
  minutes: '{{minutes}} min',
  oneRoom: 'Only together in one room',
  times: 'Times for both',
  none: 'Nothing is free for both in this week.',
  later: 'A week later',
  earlier: 'A week earlier',
  noneYet: 'Choose a clinic and a treatment first.',
  with: 'with {{names}}',
  sameRoom: 'in one room',
  price: '{{price}} for both',
  who: 'Who is coming?',
  companion: 'Their name',
  companionMissing: 'Tell us who comes with you.',
  companionMail: 'Their e-mail',
  companionHint: 'So that they can fill in an intake of their own.',
  mailWrong: 'This is no e-mail address yet.',
  hold: 'Hold {{hour}} for both',
  taken: 'Somebody else was faster. Choose another time.',
  busy: 'One of you already has a session at that time.',
  refused: 'This can’t be booked like this.',
};
export type Said = typeof en;

export const useCoupleWords = speaks('couple', {en, de: () => import('./words.de'), es: () => import('./words.es')});
