import type {Said} from './words';

const said: Said = {
  title: 'Bonos y vales',
  lead: 'Tarjetas regalo, bonos de sesiones y saldos: lo que queda y en qué se gastó.',
  back: 'Mis datos',
  none: 'Ahora no tiene ninguno.',
  kinds: {PACKAGE: 'Bono', GIFT_CARD: 'Tarjeta regalo', CREDIT: 'Saldo'},
  states: {OPEN: 'abierto', USED_UP: 'agotado', EXPIRED: 'caducado', VOIDED: 'anulado'},
  left: 'quedan {{balance}} de {{loaded}} sesiones',
  leftMoney: 'quedan {{balance}} de {{loaded}}',
  until: 'válido hasta {{until}}',
  statement: 'Movimientos',
  when: 'Cuándo',
  what: 'Qué',
  change: 'Cambio',
  balance: 'Queda',
  events: {ISSUED: 'Emitido', REDEEMED: 'Pagado', RESTORED: 'Devuelto', ADJUSTED: 'Ajustado', VOIDED: 'Anulado', EXPIRED: 'Caducado'},
  howTo: 'Se paga con ello en la página de una visita.',
  visits: 'Mis visitas',
  card: '¿Qué hay en una tarjeta regalo?',
  code: 'Su código',
  codeHint: 'Como está en la tarjeta o en el correo.',
  look: 'Mirar',
  unknown: 'No existe esa tarjeta. Compruebe el código.',
  cardLeft: 'quedan {{balance}}',
};

export default said;
