import type {Said} from './words';

const said: Said = {
  title: 'Zu zweit, zur selben Zeit',
  lead: 'Sie beginnen gemeinsam, jeder bei jemand anderem.',
  clinic: 'Wo?',
  choose: 'Wählen',
  yours: 'Für Sie',
  theirs: 'Für Ihre Begleitung',
  length: 'Wie lange?',
  minutes: '{{minutes}} Min.',
  oneRoom: 'Nur zusammen in einem Raum',
  times: 'Zeiten für beide',
  none: 'In dieser Woche ist nichts für beide frei.',
  later: 'Eine Woche später',
  earlier: 'Eine Woche früher',
  noneYet: 'Wählen Sie zuerst eine Klinik und eine Behandlung.',
  with: 'bei {{names}}',
  sameRoom: 'in einem Raum',
  price: '{{price}} für beide',
  who: 'Wer kommt?',
  companion: 'Name Ihrer Begleitung',
  companionMissing: 'Sagen Sie uns, wer mit Ihnen kommt.',
  companionMail: 'E-Mail Ihrer Begleitung',
  companionHint: 'Damit sie einen eigenen Fragebogen ausfüllen kann.',
  mailWrong: 'Das ist noch keine E-Mail-Adresse.',
  hold: '{{hour}} für beide frei halten',
  taken: 'Jemand war schneller. Wählen Sie eine andere Zeit.',
  busy: 'Jemand von Ihnen hat zu dieser Zeit schon einen Termin.',
  refused: 'So lässt sich das nicht buchen.',
};

export default said;
