import type {Said} from './words';

const said: Said = {
  title: 'Abriendo su enlace',
  over: 'Este enlace no abre nada, o ya no',
  overHint: 'Use el de su correo más reciente o pregunte a la clínica.',
  none: 'Esta página se abre con el enlace de su correo',
  home: 'A la primera página',
};

export default said;
