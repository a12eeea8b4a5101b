import type {Said} from './words';

const said: Said = {
  name: 'Ihr Name',
  nameMissing: 'Sagen Sie uns Ihren Namen, damit bekannt ist, wer kommt.',
  email: 'E-Mail',
  emailHint: 'Dorthin geht, was wir Ihnen zu sagen haben.',
  emailWrong: 'Das ist noch keine E-Mail-Adresse; sie braucht ein @ und eine Domain, wie in jo@example.com.',
  phone: 'Telefon',
  phoneWrong: 'Eine Nummer mit Landesvorwahl, wie in +49 30 123456.',
};

export default said;
