import type {Said} from './words';

const said: Said = {
  name: 'Su nombre',
  nameMissing: 'Díganos su nombre, para que se sepa quién viene.',
  email: 'Correo electrónico',
  emailHint: 'Ahí le llegará lo que tengamos que decirle.',
  emailWrong: 'Aún no es una dirección de correo; necesita una @ y un dominio, como en jo@example.com.',
  phone: 'Teléfono',
  phoneWrong: 'Un número con el prefijo del país, como +49 30 123456.',
};

export default said;
