import {cityOf, differ, visitorsZone} from './time';
import {speaks} from './words';

// What the services name by code, in words. Where a code is new to this page, its own label is shown as it came.
const en = {
  treatment: {
    TRIGGER_POINT: 'Trigger point therapy',
    DEEP_TISSUE: 'Deep tissue massage',
    SWEDISH: 'Swedish massage',
    THAI: 'Thai massage',
    SPORTS: 'Sports massage',
    FOOT: 'Foot reflexology',
    HOT_STONE: 'Hot stone massage',
  },
  area: {
    TRAPEZIUS: 'Top of the shoulder and upper back',
    LATISSIMUS_DORSI: 'Side of the back, below the armpit',
    RHOMBOIDS: 'Between the shoulder blades',
    INFRASPINATUS_TERES_MAJOR: 'Behind the shoulder',
    LEVATOR_SCAPULAE: 'From the shoulder blade to the neck',
    SERRATUS_POSTERIOR: 'Over the ribs at the back',
    ERECTOR_SPINAE: 'Either side of the spine',
    NECK: 'Neck',
    LOWER_BACK: 'Lower back',
    BUTTOCKS: 'Buttocks',
    BACK_OF_LEG: 'Back of the leg',
    HEAD: 'Head and face',
    FRONT_OF_NECK: 'Front of the neck',
    FRONT_OF_SHOULDER: 'Front of the shoulder',
    CHEST: 'Chest',
    ARM: 'Arm and hand',
    ABDOMEN: 'Belly',
    FRONT_OF_LEG: 'Front of the leg',
    FOOT: 'Foot',
  },
  quality: {
    KNOTS: 'Knots',
    TIGHTNESS: 'Tight',
    STIFFNESS: 'Stiff',
    SHARP_OR_BURNING: 'Sharp or burning',
    RADIATING: 'Spreading',
    DULL: 'Dull',
    ONE_SIDED: 'One side only',
  },
  health: {
    CHEST_PAIN: 'Chest pain',
    SHORTNESS_OF_BREATH: 'Shortness of breath',
    FEVER: 'Fever',
    FALL: 'After a fall',
    CAR_ACCIDENT: 'After a car accident',
    OTHER_INJURY: 'After another injury',
    BLADDER_OR_BOWEL_PROBLEM: 'New bladder or bowel problem',
    LOSS_OF_STRENGTH: 'Loss of strength',
    NUMBNESS: 'Numbness',
    RECOVERING_FROM_INJURY: 'Recovering from an injury',
    FRACTURE: 'A fracture',
    SKIN_INFECTION: 'A skin infection',
    OPEN_WOUND: 'An open wound',
    SERIOUS_MEDICAL_CONDITION: 'A serious medical condition',
    PREGNANCY: 'Pregnant',
    OSTEOPOROSIS: 'Osteoporosis',
    HERNIATED_DISC: 'Herniated disc',
    OSTEOARTHRITIS: 'Osteoarthritis',
    SCOLIOSIS: 'Scoliosis',
    FIBROMYALGIA: 'Fibromyalgia',
    SPONDYLITIS: 'Spondylitis',
    OTHER_SPINAL_CONDITION: 'Another condition of the spine',
    CHRONIC_SEVERE_PAIN: 'Chronic severe pain',
    SENSITIVE_SKIN: 'Sensitive skin',
    DIABETES: 'Diabetes',
    CIRCULATORY_PROBLEM: 'A circulatory problem',
    ONLY_TREATMENT_FOR_STRONG_PAIN: 'Strong pain that nothing else is done about',
  },
  part: {MORNING: 'Morning', AFTERNOON: 'Afternoon', EVENING: 'Evening'},
  zoneTime: '{{city}} time',
  gender: {FEMALE: 'Woman', MALE: 'Man', NON_BINARY: 'Non-binary'},
  amenity: {
    QUIET: 'Quiet',
    NATURAL_LIGHT: 'Daylight',
    PARKING: 'Parking',
    STEP_FREE: 'Step-free',
    SHOWER: 'Shower',
    BY_PUBLIC_TRANSPORT: 'Near public transport',
  },
};
export type Said = typeof en;

const useWords = speaks('codes', {en, de: () => import('./codes.de'), es: () => import('./codes.es')});

/** Speaks codes: {@code named('treatment', 'SWEDISH')}; a code that is not known here is said by its label. */
export function useCodes() {
  const {t, language} = useWords();
  return {
    language,
    named: (kind: keyof typeof en, code: string, label = code) => t(`${kind}.${code}`, {defaultValue: label}),
    /** Whose clock shows a time, where it is not the visitor's. */
    zoneOf: (zone: string, time: string) =>
      differ(zone, visitorsZone(), time) ? ` (${t('zoneTime', {city: cityOf(zone)})})` : '',
    languageName: (code: string) => new Intl.DisplayNames([language], {type: 'language'}).of(code) ?? code,
  };
}
