import {speaks} from '../../lib/words';

const en = {
  title: 'Where does it hurt?',
  lead: 'Tell us in a few taps. We find the technique, a licensed therapist and a free hour near you.',
  like: 'What is it like?',
  pain: 'How bad is it, from 0 to 10?',
  painOf: '{{pain}} of 10',
  know: 'Is any of this true?',
  none: 'None of these',
  more: 'Show all',
  words: 'Or say it in your own words',
  wordsHint: 'For example: knots between my shoulder blades from desk work',
  go: 'What helps me',
  goHint: 'Answer “Is any of this true?” first: it decides whether a massage is safe for you.',
  whole: 'I know what I want: show all therapists',
  sealed: 'What you say here stays in this tab. It is sent with your question and kept by nobody.',
  advice: 'What we suggest',
  minutes: '{{minutes}} minutes',
  why: 'Why',
  against: 'What speaks against it',
  show: 'Show free times',
  plan: 'Make a plan of it',
  others: 'Also possible',
  often: 'How often',
  phase: {START: 'To start', BETTER: 'Once it is better', UPKEEP: 'To keep it well'},
  care: 'What you can do yourself',
  change: 'Change my answers',
  understood: 'What we read from your words',
  stop: 'Please don’t book a massage now',
  stopNext: 'If it is urgent, call 112 (in the USA 911, in New Zealand 111). Otherwise see your doctor; a massage can wait.',
  doctor: 'Ask a doctor first',
  doctorNext: 'You can book once a doctor has agreed; you will be asked who and when.',
  noQuestion: 'Tell us first where it hurts',
};
export type Said = typeof en;

export const useGuideWords = speaks('guide', {en, de: () => import('./words.de'), es: () => import('./words.es')});
