/** What speaks against a massage, in the order in which it is asked: what is urgent or common first. */
export const HEALTH = [
  'PREGNANCY',
  'DIABETES',
  'FEVER',
  'CHEST_PAIN',
  'SHORTNESS_OF_BREATH',
  'NUMBNESS',
  'FALL',
  'HERNIATED_DISC',
  'CAR_ACCIDENT',
  'OTHER_INJURY',
  'BLADDER_OR_BOWEL_PROBLEM',
  'LOSS_OF_STRENGTH',
  'RECOVERING_FROM_INJURY',
  'FRACTURE',
  'SKIN_INFECTION',
  'OPEN_WOUND',
  'SERIOUS_MEDICAL_CONDITION',
  'OSTEOPOROSIS',
  'OSTEOARTHRITIS',
  'SCOLIOSIS',
  'FIBROMYALGIA',
  'SPONDYLITIS',
  'OTHER_SPINAL_CONDITION',
  'CHRONIC_SEVERE_PAIN',
  'SENSITIVE_SKIN',
  'CIRCULATORY_PROBLEM',
  'ONLY_TREATMENT_FOR_STRONG_PAIN',
];

/** In that order; what is not in it comes last. */
export const byUrgency = <T>(all: T[], codeOf: (one: T) => string): T[] => {
  const rank = (one: T) => (HEALTH.indexOf(codeOf(one)) + HEALTH.length + 1) % (HEALTH.length + 1);
  return [...all].sort((one, other) => rank(one) - rank(other));
};
