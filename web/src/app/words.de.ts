import type {Said} from './words';

const said: Said = {
  skip: 'Zum Inhalt',
  main: 'Hauptmenü',
  therapists: 'Therapeuten',
  visits: 'Meine Termine',
  staff: 'Team',
  signIn: 'Anmelden',
  signOut: 'Abmelden',
  language: 'Sprache',
  look: 'Aussehen',
  looks: {auto: 'Wie mein Gerät', light: 'Hell', dark: 'Dunkel'},
  offline: 'Sie sind offline. Was Sie schon gesehen haben, ist noch da; buchen können Sie, sobald Sie wieder verbunden sind.',
  signInFailed: 'Die Anmeldung hat nicht geklappt. Versuchen Sie es noch einmal.',
  notFound: 'Diese Seite gibt es nicht',
  home: 'Zur ersten Seite',
  crashed: 'Auf dieser Seite ist etwas schiefgegangen',
  reload: 'Seite neu laden',
  api: 'Für Entwickler',
  notice: 'Keine Diagnose. Mit Fieber, Schmerzen in der Brust oder Atemnot gehen Sie sofort zum Arzt.',
  updated: 'Es gibt eine neuere Fassung dieser Seite.',
};

export default said;
