package io.rhomboid.therapist.guide;

import io.rhomboid.contracts.treatment.Contraindication;

/** Whether a massage, or one technique, is safe; from mild to strict, so that of several the last one holds. */
public enum Verdict {
    CLEAR,
    ASK_DOCTOR_FIRST,
    NOT_THIS_TECHNIQUE,
    STOP;

    static Verdict of(Contraindication.Level level) {
        return switch (level) {
            case STOP -> STOP;
            case ASK_DOCTOR -> ASK_DOCTOR_FIRST;
            case NOT_THIS_TECHNIQUE -> NOT_THIS_TECHNIQUE;
        };
    }

    Verdict or(Verdict other) {
        return compareTo(other) < 0 ? other : this;
    }
}
