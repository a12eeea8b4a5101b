package io.rhomboid.booking.screening;

import java.util.List;

import io.rhomboid.contracts.treatment.Contraindication.Level;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What becomes of what was said.
 *
 * @param findings the rules that it runs into, the strictest first
 * @param fits other treatments that it does not rule out, if it rules out what was asked for; none on a stop
 */
public record Verdict(Outcome outcome, List<Finding> findings, List<TreatmentCode> fits) {

    public Verdict {
        findings = List.copyOf(findings);
        fits = List.copyOf(fits);
    }

    /** From mild to strict. */
    public enum Outcome {
        /** Nothing speaks against it. */
        CLEAR,
        /** Only with a doctor's word. */
        ASK_DOCTOR_FIRST,
        /** Another technique, or a doctor's word. */
        NOT_THIS_TECHNIQUE,
        /** No massage: medical care first. Nothing and nobody can waive it. */
        STOP;

        static Outcome of(Level level) {
            return switch (level) {
                case STOP -> STOP;
                case NOT_THIS_TECHNIQUE -> NOT_THIS_TECHNIQUE;
                case ASK_DOCTOR -> ASK_DOCTOR_FIRST;
            };
        }
    }

    /** Whether it may be booked. */
    public boolean isBookable(boolean aDoctorAgreed) {
        return switch (outcome) {
            case CLEAR -> true;
            case ASK_DOCTOR_FIRST, NOT_THIS_TECHNIQUE -> aDoctorAgreed;
            case STOP -> false;
        };
    }
}
