import {speaks} from '../lib/words';

const en = {
  loading: 'One moment …',
  retry: 'Try again',
  close: 'Close',
  failed: 'That did not work.',
  failedHint: 'Nothing was changed. Try again in a moment.',
  unreachable: 'We can’t be reached right now.',
  unreachableHint: 'Check your connection, then try again. What you entered is still here.',
  busy: 'There is a lot going on at the moment.',
  busyHint: 'Try again in a few seconds.',
  notFound: 'This is not here (any more).',
  notFoundHint: 'The link may be old. Start again from the first page.',
  notSignedIn: 'Sign in to see this.',
  signIn: 'Sign in',
  stars: '{{stars}} of 5 stars, {{count}} reviews',
  source: 'Source: {{source}}',
  optional: 'optional',
};
export type Said = typeof en;

export const useUiWords = speaks('ui', {en, de: () => import('./words.de'), es: () => import('./words.es')});
