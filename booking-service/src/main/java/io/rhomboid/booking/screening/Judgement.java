package io.rhomboid.booking.screening;

import java.util.Set;

import io.rhomboid.contracts.treatment.ContraindicationCode;

/** Whether somebody may book with what they answered. */
public sealed interface Judgement {

    /** They may. */
    record MayBook(Passed passed) implements Judgement {}

    /** No massage: medical care first. Nothing and nobody can waive it. */
    record Stopped(Verdict verdict) implements Judgement {}

    /** Only with a doctor's word, which is missing. */
    record DoctorNeeded(Verdict verdict) implements Judgement {}

    /** Another technique, or a doctor's word, which is missing. */
    record OtherTechnique(Verdict verdict) implements Judgement {}

    /** No treatment asks for that; here is what they ask for. */
    record UnknownCondition(Set<ContraindicationCode> known) implements Judgement {}

    /** Nobody has agreed yet on a day that is to come. */
    record NotYetAgreed() implements Judgement {}
}
