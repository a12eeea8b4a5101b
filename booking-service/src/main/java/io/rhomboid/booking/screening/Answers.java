package io.rhomboid.booking.screening;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.treatment.ContraindicationCode;

/**
 * What somebody says of themselves when they book.
 *
 * @param has what holds for them; empty if nothing does
 * @param doctor who agreed to it; null if nobody was asked
 */
public record Answers(
        Set<ContraindicationCode> has, @Nullable DoctorsWord doctor) {

    public Answers {
        has = Set.copyOf(has);
    }

    /** What somebody says about their body is never written by accident. */
    @Override
    public String toString() {
        return "Answers[…]";
    }
}
