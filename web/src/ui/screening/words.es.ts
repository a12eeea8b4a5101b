import type {Said} from './words';

const said: Said = {
  held: 'Guardada para usted: quedan {{left}}',
  heldLast: 'Queda menos de un minuto',
  renew: 'Necesito más tiempo',
  health: '¿Algo de esto es cierto hoy?',
  none: 'Nada de esto',
  more: 'Mostrar todo',
  answered: 'Según lo que nos dijo antes. Revíselo una vez más.',
  answerFirst: 'Responda a esto primero; decide si el masaje es seguro para usted.',
  stop: 'Por favor, ahora no reciba un masaje',
  stopNext: 'Si es urgente, llame al 112. Si no, acuda a su médico. Devolvemos la hora.',
  doctor: 'Pregunte primero a un médico',
  doctorName: '¿Qué médico estuvo de acuerdo?',
  doctorDay: '¿Cuándo?',
  doctorMissing: 'Escriba quién estuvo de acuerdo y cuándo; sin eso no se puede reservar.',
  notThis: 'Esta técnica no es para usted ahora',
  fits: 'Estas sí: {{treatments}}',
  companions: '{{name}}: ¿algo de esto es cierto hoy?',
};

export default said;
