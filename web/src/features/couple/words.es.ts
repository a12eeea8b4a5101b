import type {Said} from './words';

const said: Said = {
  title: 'Para dos, a la misma hora',
  lead: 'Empiezan juntos, cada uno con su terapeuta.',
  clinic: '¿Dónde?',
  choose: 'Elegir',
  yours: 'Para usted',
  theirs: 'Para quien le acompaña',
  length: '¿Cuánto tiempo?',
  minutes: '{{minutes}} min',
  oneRoom: 'Solo juntos en una sala',
  times: 'Horas para los dos',
  none: 'Esta semana no hay nada libre para los dos.',
  later: 'Una semana después',
  earlier: 'Una semana antes',
  noneYet: 'Elija primero una clínica y un tratamiento.',
  with: 'con {{names}}',
  sameRoom: 'en una sala',
  price: '{{price}} para los dos',
  who: '¿Quién viene?',
  companion: 'Su nombre',
  companionMissing: 'Díganos quién viene con usted.',
  companionMail: 'Su correo electrónico',
  companionHint: 'Para que pueda rellenar su propio cuestionario.',
  mailWrong: 'Aún no es una dirección de correo.',
  hold: 'Guardar las {{hour}} para los dos',
  taken: 'Otra persona ha sido más rápida. Elija otra hora.',
  busy: 'Uno de ustedes ya tiene una sesión a esa hora.',
  refused: 'Así no se puede reservar.',
};

export default said;
