package io.rhomboid.notification.message;

import java.util.Optional;

import io.rhomboid.contracts.clinic.ClinicId;

/** The scripts that clinics have written themselves. */
public interface OwnScripts extends Wordings {

    /** @param version how often it has been written; the last one counts */
    record Own(long version, String text) {}

    Optional<Own> find(ClinicId clinic, MessageKind kind, Language language);

    /** False if it was written since {@code version - 1}; then nothing has changed. */
    boolean keep(ClinicId clinic, MessageKind kind, Language language, Own own);

    /** False if it is another version than that, or none. */
    boolean remove(ClinicId clinic, MessageKind kind, Language language, long version);

    @Override
    default Optional<String> of(ClinicId clinic, MessageKind kind, Language language) {
        return find(clinic, kind, language).map(Own::text);
    }
}
