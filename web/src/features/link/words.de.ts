import type {Said} from './words';

const said: Said = {
  title: 'Ihr Link wird geöffnet',
  over: 'Dieser Link öffnet nichts, oder nichts mehr',
  overHint: 'Nehmen Sie den aus Ihrer neuesten Mail, oder fragen Sie die Klinik.',
  none: 'Diese Seite öffnet sich mit dem Link aus Ihrer Mail',
  home: 'Zur ersten Seite',
};

export default said;
