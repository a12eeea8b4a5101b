import {speaks} from '../../lib/words';

const en = {
  held: 'Held for you: {{left}} left',
  heldLast: 'Less than a minute left',
  renew: 'I need more time',
  health: 'Is any of this true today?',
  none: 'None of these',
  more: 'Show all',
  answered: 'From what you told us before. Check it once more.',
  answerFirst: 'Answer this first; it decides whether the massage is safe for you.',
  stop: 'Please don’t have a massage now',
  stopNext: 'If it is urgent, call 112 (in the USA 911, in New Zealand 111). Otherwise see your doctor. We give the hour back.',
  doctor: 'Ask a doctor first',
  doctorName: 'Which doctor agreed?',
  doctorDay: 'When?',
  doctorMissing: 'Write who agreed, and when; without that it can’t be booked.',
  notThis: 'This technique is not for you now',
  fits: 'These fit: {{treatments}}',
  companions: '{{name}}: is any of this true today?',
};
export type Said = typeof en;

export const useScreeningWords = speaks('screening', {en, de: () => import('./words.de'), es: () => import('./words.es')});
