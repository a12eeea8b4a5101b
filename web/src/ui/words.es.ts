import type {Said} from './words';

const said: Said = {
  loading: 'Un momento …',
  retry: 'Intentar de nuevo',
  close: 'Cerrar',
  failed: 'No ha funcionado.',
  failedHint: 'No se ha cambiado nada. Inténtelo de nuevo en un momento.',
  unreachable: 'Ahora mismo no se nos puede localizar.',
  unreachableHint: 'Compruebe su conexión e inténtelo de nuevo. Lo que ha escrito sigue aquí.',
  busy: 'En este momento hay mucho movimiento.',
  busyHint: 'Inténtelo de nuevo en unos segundos.',
  notFound: 'Esto (ya) no está aquí.',
  notFoundHint: 'Puede que el enlace sea antiguo. Empiece de nuevo desde la primera página.',
  notSignedIn: 'Inicie sesión para ver esto.',
  signIn: 'Iniciar sesión',
  stars: '{{stars}} de 5 estrellas, {{count}} opiniones',
  source: 'Fuente: {{source}}',
  optional: 'opcional',
};

export default said;
