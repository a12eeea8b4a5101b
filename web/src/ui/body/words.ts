import {speaks} from '../../lib/words';

const en = {
  where: 'Where?',
  view: 'How to choose',
  views: {BACK: 'Back', FRONT: 'Front', LIST: 'As a list'},
  map: {BACK: 'Back of the body: choose where it hurts', FRONT: 'Front of the body: choose where it hurts'},
  nothingChosen: 'Tap what hurts; several are fine.',
};
export type Said = typeof en;

export const useBodyWords = speaks('body', {en, de: () => import('./words.de'), es: () => import('./words.es')});
