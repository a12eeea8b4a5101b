import type {Said} from './words';

const said: Said = {
  loading: 'Einen Moment …',
  retry: 'Noch einmal',
  close: 'Schließen',
  failed: 'Das hat nicht geklappt.',
  failedHint: 'Es wurde nichts geändert. Versuchen Sie es gleich noch einmal.',
  unreachable: 'Wir sind gerade nicht zu erreichen.',
  unreachableHint: 'Prüfen Sie Ihre Verbindung und versuchen Sie es noch einmal. Ihre Eingaben sind noch da.',
  busy: 'Gerade ist viel los.',
  busyHint: 'Versuchen Sie es in ein paar Sekunden noch einmal.',
  notFound: 'Das gibt es hier nicht (mehr).',
  notFoundHint: 'Der Link ist vielleicht alt. Beginnen Sie noch einmal auf der ersten Seite.',
  notSignedIn: 'Melden Sie sich an, um das zu sehen.',
  signIn: 'Anmelden',
  stars: '{{stars}} von 5 Sternen, {{count}} Bewertungen',
  source: 'Quelle: {{source}}',
  optional: 'freiwillig',
};

export default said;
