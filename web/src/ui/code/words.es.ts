import type {Said} from './words';

const said: Said = {
  code: 'Las ocho cifras',
  wrong: 'No son ocho cifras.',
  unknown: 'Este código es incorrecto, ya se usó o caducó. Pida otro.',
};

export default said;
