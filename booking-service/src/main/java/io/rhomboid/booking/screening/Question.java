package io.rhomboid.booking.screening;

import java.util.List;

import io.rhomboid.contracts.treatment.ContraindicationCode;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Something that must be known of a client.
 *
 * @param condition in plain words, for example {@code pain together with fever}
 * @param treatments which of those that were asked for want to know it
 */
public record Question(ContraindicationCode code, String condition, List<TreatmentCode> treatments, String source) {

    public Question {
        treatments = List.copyOf(treatments);
    }
}
