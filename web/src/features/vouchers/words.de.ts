import type {Said} from './words';

const said: Said = {
  title: 'Gutscheine und Pakete',
  lead: 'Geschenkgutscheine, Pakete und Guthaben: was noch da ist und wofür es ausgegeben wurde.',
  back: 'Meine Unterlagen',
  none: 'Sie haben gerade keine.',
  kinds: {PACKAGE: 'Paket', GIFT_CARD: 'Geschenkgutschein', CREDIT: 'Guthaben'},
  states: {OPEN: 'offen', USED_UP: 'aufgebraucht', EXPIRED: 'verfallen', VOIDED: 'ungültig'},
  left: 'noch {{balance}} von {{loaded}} Sitzungen',
  leftMoney: 'noch {{balance}} von {{loaded}}',
  until: 'gültig bis {{until}}',
  statement: 'Auszug',
  when: 'Wann',
  what: 'Was',
  change: 'Änderung',
  balance: 'Rest',
  events: {ISSUED: 'Ausgestellt', REDEEMED: 'Bezahlt', RESTORED: 'Zurückgegeben', ADJUSTED: 'Angepasst', VOIDED: 'Für ungültig erklärt', EXPIRED: 'Verfallen'},
  howTo: 'Bezahlt wird damit auf der Seite eines Termins.',
  visits: 'Meine Termine',
  card: 'Was ist auf einem Gutschein?',
  code: 'Sein Code',
  codeHint: 'Wie er auf der Karte oder in der Mail steht.',
  look: 'Nachsehen',
  unknown: 'Diesen Gutschein gibt es nicht. Prüfen Sie den Code.',
  cardLeft: 'noch {{balance}}',
};

export default said;
