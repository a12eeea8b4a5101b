import type {Said} from './words';

const said: Said = {
  skip: 'Al contenido',
  main: 'Principal',
  therapists: 'Terapeutas',
  visits: 'Mis visitas',
  staff: 'Equipo',
  signIn: 'Iniciar sesión',
  signOut: 'Cerrar sesión',
  language: 'Idioma',
  look: 'Aspecto',
  looks: {auto: 'Como mi dispositivo', light: 'Claro', dark: 'Oscuro'},
  offline: 'Está sin conexión. Lo que ya ha visto sigue aquí; podrá reservar cuando vuelva la conexión.',
  signInFailed: 'No se pudo iniciar sesión. Inténtelo de nuevo.',
  notFound: 'No existe esta página',
  home: 'A la primera página',
  crashed: 'Algo ha fallado en esta página',
  reload: 'Volver a cargar',
  api: 'Para desarrolladores',
  notice: 'No es un diagnóstico. Con fiebre, dolor en el pecho o falta de aire, acuda ya a un médico.',
  updated: 'Hay una versión más nueva de esta página.',
};

export default said;
