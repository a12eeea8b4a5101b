import {speaks} from '../../lib/words';

const en = {
  title: 'Vouchers and packages',
  lead: 'Gift cards, packages of sessions and credits: what is left, and what it went for.',
  back: 'My records',
  none: 'You have none at the moment.',
  kinds: {PACKAGE: 'Package', GIFT_CARD: 'Gift card', CREDIT: 'Credit'},
  states: {OPEN: 'open', USED_UP: 'used up', EXPIRED: 'lapsed', VOIDED: 'void'},
  left: '{{balance}} of {{loaded}} sessions left',
  leftMoney: '{{balance}} of {{loaded}} left',
  until: 'good until {{until}}',
  statement: 'Statement',
  when: 'When',
  what: 'What',
  change: 'Change',
  balance: 'Left',
  events: {ISSUED: 'Issued', REDEEMED: 'Paid with', RESTORED: 'Given back', ADJUSTED: 'Adjusted', VOIDED: 'Declared void', EXPIRED: 'Lapsed'},
  howTo: 'You pay with it on the page of a visit.',
  visits: 'My visits',
  card: 'What is on a gift card?',
  code: 'Its code',
  codeHint: 'As it stands on the card or in the mail.',
  look: 'Look',
  unknown: 'There is no such gift card. Check the code.',
  cardLeft: '{{balance}} left',
};
export type Said = typeof en;

export const useVoucherWords = speaks('vouchers', {en, de: () => import('./words.de'), es: () => import('./words.es')});
