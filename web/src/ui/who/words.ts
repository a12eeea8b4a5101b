import {speaks} from '../../lib/words';

const en = {
  name: 'Your name',
  nameMissing: 'Tell us your name, so that the therapist knows who is coming.',
  email: 'E-mail',
  emailHint: 'What we have to tell you goes there.',
  emailWrong: 'This is no e-mail address yet; it needs an @ and a domain, as in jo@example.com.',
  phone: 'Phone',
  phoneWrong: 'A number with its country’s code, as in +49 30 123456.',
};
export type Said = typeof en;

export const useWhoWords = speaks('who', {en, de: () => import('./words.de'), es: () => import('./words.es')});
