import type {Said} from './words';

const said: Said = {
  where: '¿Dónde?',
  view: 'Cómo elegir',
  views: {BACK: 'Detrás', FRONT: 'Delante', LIST: 'En lista'},
  map: {BACK: 'El cuerpo por detrás: elija dónde le duele', FRONT: 'El cuerpo por delante: elija dónde le duele'},
  nothingChosen: 'Toque donde le duele; puede elegir varios.',
};

export default said;
