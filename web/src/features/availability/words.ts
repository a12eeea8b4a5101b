import {speaks} from '../../lib/words';
import en from './words.en';

export type Said = typeof en;

export const useTimesWords = speaks('times', {en, de: () => import('./words.de'), es: () => import('./words.es')});
