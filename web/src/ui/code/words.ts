import {speaks} from '../../lib/words';

const en = {
  code: 'The eight digits',
  wrong: 'These are not eight digits.',
  unknown: 'This code is wrong, used or over. Have another one sent.',
};
export type Said = typeof en;

export const useCodeWords = speaks('code', {en, de: () => import('./words.de'), es: () => import('./words.es')});
