import type {Said} from './words';

const said: Said = {
  held: 'Für Sie frei gehalten: noch {{left}}',
  heldLast: 'Weniger als eine Minute',
  renew: 'Ich brauche mehr Zeit',
  health: 'Trifft heute etwas davon zu?',
  none: 'Nichts davon',
  more: 'Alle zeigen',
  answered: 'Aus dem, was Sie vorhin gesagt haben. Prüfen Sie es noch einmal.',
  answerFirst: 'Beantworten Sie das zuerst; davon hängt ab, ob die Massage für Sie sicher ist.',
  stop: 'Bitte jetzt keine Massage',
  stopNext: 'Wenn es dringend ist, rufen Sie die 112. Gehen Sie sonst in eine Praxis. Wir geben die Stunde zurück.',
  doctor: 'Fragen Sie zuerst ärztlich nach',
  doctorName: 'Wer hat ärztlich zugestimmt?',
  doctorDay: 'Wann?',
  doctorMissing: 'Schreiben Sie, wer zugestimmt hat und wann; ohne das lässt es sich nicht buchen.',
  notThis: 'Diese Technik ist jetzt nichts für Sie',
  fits: 'Diese passen: {{treatments}}',
  companions: '{{name}}: Trifft heute etwas davon zu?',
};

export default said;
