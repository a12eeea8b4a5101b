import {speaks} from '../lib/words';

const en = {
  skip: 'To the content',
  main: 'Main',
  therapists: 'Therapists',
  visits: 'My visits',
  staff: 'For staff',
  signIn: 'Sign in',
  signOut: 'Sign out',
  language: 'Language',
  look: 'Look',
  looks: {auto: 'As my device', light: 'Light', dark: 'Dark'},
  offline: 'You are offline. What you have seen before is still here; booking works again once you are back.',
  signInFailed: 'Signing in did not work. Try again.',
  notFound: 'There is no such page',
  home: 'To the first page',
  crashed: 'Something on this page went wrong',
  reload: 'Load the page again',
  api: 'For developers',
  notice: 'No diagnosis. With fever, chest pain or breathlessness, see a doctor now.',
  updated: 'There is a newer version of this page.',
};
export type Said = typeof en;

export const useAppWords = speaks('app', {en, de: () => import('./words.de'), es: () => import('./words.es')});
