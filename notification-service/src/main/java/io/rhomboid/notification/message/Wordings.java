package io.rhomboid.notification.message;

import java.util.Optional;

import io.rhomboid.contracts.clinic.ClinicId;

/** What clinics say in words of their own. */
@FunctionalInterface
public interface Wordings {

    /** The clinic's script; empty where it says what the house says. */
    Optional<String> of(ClinicId clinic, MessageKind kind, Language language);
}
