/** The areas on the map. Those of the upper back the guide knows by code; of the others it is told in words. */
export type Side = 'BACK' | 'FRONT';

/** @param shape a path in a field of 300 by 590, the right half where it is mirrored */
export type Area = {code: string; side: Side; known: boolean; mirrored: boolean; shape: string};

const back = (code: string, shape: string, known = true, mirrored = true): Area => ({code, side: 'BACK', known, mirrored, shape});
const front = (code: string, shape: string, mirrored = true): Area => ({code, side: 'FRONT', known: false, mirrored, shape});

export const AREAS: Area[] = [
  back('NECK', 'M135 76h30l4 28q-19 8-38 0z', true, false),
  back('LEVATOR_SCAPULAE', 'M168 82c3 13 14 20 34 25l-19 15-26-13 14-6z'),
  back('TRAPEZIUS', 'M206 108c18 4 32 12 38 27l-28 6-29-17z'),
  back('RHOMBOIDS', 'M150.5 112l27 13-2 62q-10 8-25 8z'),
  back('INFRASPINATUS_TERES_MAJOR', 'M184 127l30 17 3 25c-10 15-22 22-37 20z'),
  back('ERECTOR_SPINAE', 'M150.5 199q8 0 15-3l1 66-16 5z'),
  back('SERRATUS_POSTERIOR', 'M171 195q10-2 18-5l1 46-18-4z'),
  back('LATISSIMUS_DORSI', 'M193 188q15-5 25-17c4 26-3 51-12 73l-12-5z'),
  back('LOWER_BACK', 'M150.5 271l20-6v-28l33 11c-1 15 1 28 5 42q-28 8-58 6z', false),
  back('BUTTOCKS', 'M150.5 300q30 2 59-6c10 18 10 42 1 57-20 8-46 5-60-6z', false),
  back('BACK_OF_LEG', 'M154 351c18 9 40 10 58 4 2 66-6 146-15 215h-26c-4-72-15-150-17-219z', false),
  front('HEAD', 'M150 12c22 0 31 16 30 34-1 20-13 34-30 34s-29-14-30-34c-1-18 8-34 30-34z', false),
  front('FRONT_OF_NECK', 'M135 82q15 8 30 0l4 22q-19 10-38 0z', false),
  front('FRONT_OF_SHOULDER', 'M194 107c26 4 44 14 49 39l-28 5c-8-16-17-27-29-35z'),
  front('CHEST', 'M150.5 112l31 4c15 10 25 23 30 38-3 24-24 34-61 30z'),
  front('ARM', 'M218 156l26-5c10 42 14 90 19 136 2 14-13 17-17 5-12-44-22-88-28-136z'),
  front('ABDOMEN', 'M150.5 189c32 3 50-6 59-18-5 40-5 78-1 112q-28 12-58 13z'),
  front('FRONT_OF_LEG', 'M153 301q30-1 58-13c8 40 5 90-2 138l-11 115h-24c-6-74-17-150-21-240z'),
  front('FOOT', 'M173 546h26l7 24c2 12-32 12-34 0z'),
];
