import {speaks} from '../../lib/words';

export const useBodyWords = speaks('body', {
  en: {
    where: 'Where?',
    view: 'How to choose',
    views: {BACK: 'Back', FRONT: 'Front', LIST: 'As a list'},
    map: {BACK: 'Back of the body: choose where it hurts', FRONT: 'Front of the body: choose where it hurts'},
    nothingChosen: 'Tap what hurts; several are fine.',
  },
  de: {
    where: 'Wo?',
    view: 'Wie wählen',
    views: {BACK: 'Hinten', FRONT: 'Vorn', LIST: 'Als Liste'},
    map: {BACK: 'Der Körper von hinten: wählen Sie, wo es weh tut', FRONT: 'Der Körper von vorn: wählen Sie, wo es weh tut'},
    nothingChosen: 'Tippen Sie an, was weh tut; auch mehreres.',
  },
  es: {
    where: '¿Dónde?',
    view: 'Cómo elegir',
    views: {BACK: 'Detrás', FRONT: 'Delante', LIST: 'En lista'},
    map: {BACK: 'El cuerpo por detrás: elija dónde le duele', FRONT: 'El cuerpo por delante: elija dónde le duele'},
    nothingChosen: 'Toque donde le duele; puede elegir varios.',
  },
});
