package io.rhomboid.notification.recipient;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * Something that the {@link Directory} knows or not.
 *
 * @param key for example {@code treatment/SWEDISH}
 */
public record Subject(String key) {

    public static Subject of(ClientId id) {
        return new Subject("client/" + id);
    }

    public static Subject of(ClinicId id) {
        return new Subject("clinic/" + id);
    }

    public static Subject of(TherapistId id) {
        return new Subject("therapist/" + id);
    }

    public static Subject of(TreatmentCode code) {
        return new Subject("treatment/" + code);
    }

    /** Somebody of the staff, by the id that signs them in. */
    public static Subject ofPerson(String subject) {
        return new Subject("person/" + subject);
    }

    public boolean isPerson() {
        return key.startsWith("person/");
    }

    public boolean isClient() {
        return key.startsWith("client/");
    }
}
