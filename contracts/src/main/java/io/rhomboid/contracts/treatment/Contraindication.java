package io.rhomboid.contracts.treatment;

/**
 * A reason not to give a treatment, or not yet.
 *
 * @param condition what the client may have, in plain words
 * @param advice what to do instead, shown to the client
 * @param source the article that the rule is from
 */
public record Contraindication(ContraindicationCode code, Level level, String condition, String advice, String source) {

    /** How strong the reason is. */
    public enum Level {
        /** Seek medical care first; cannot be booked past. */
        STOP,
        /** Only with the client's recorded statement that a doctor agreed. */
        ASK_DOCTOR,
        /** Another technique may fit. */
        NOT_THIS_TECHNIQUE
    }
}
