import {speaks} from '../../lib/words';

const en = {
  title: 'Opening your link',
  over: 'This link opens nothing, or nothing any more',
  overHint: 'Take the one from your newest mail, or ask the clinic.',
  none: 'This page opens with the link from your mail',
  home: 'To the first page',
};
export type Said = typeof en;

export const useLinkWords = speaks('link', {en, de: () => import('./words.de'), es: () => import('./words.es')});
