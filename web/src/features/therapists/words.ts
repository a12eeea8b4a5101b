import {speaks} from '../../lib/words';
import en from './words.en';

export type Said = typeof en;

export const useTherapistWords = speaks('therapists', {en, de: () => import('./words.de'), es: () => import('./words.es')});
