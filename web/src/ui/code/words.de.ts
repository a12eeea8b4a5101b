import type {Said} from './words';

const said: Said = {
  code: 'Die acht Ziffern',
  wrong: 'Das sind keine acht Ziffern.',
  unknown: 'Dieser Code ist falsch, verbraucht oder abgelaufen. Lassen Sie sich einen neuen senden.',
};

export default said;
