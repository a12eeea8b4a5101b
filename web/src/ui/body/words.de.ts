import type {Said} from './words';

const said: Said = {
  where: 'Wo?',
  view: 'Wie wählen',
  views: {BACK: 'Hinten', FRONT: 'Vorn', LIST: 'Als Liste'},
  map: {BACK: 'Der Körper von hinten: wählen Sie, wo es weh tut', FRONT: 'Der Körper von vorn: wählen Sie, wo es weh tut'},
  nothingChosen: 'Tippen Sie an, was weh tut; auch mehreres.',
};

export default said;
