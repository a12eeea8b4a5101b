package io.rhomboid.booking.reservation;

import java.util.UUID;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/** Whose bookings somebody looks at. */
public sealed interface Whose {

    enum Kind {
        CLIENT,
        THERAPIST,
        CLINIC
    }

    Kind kind();

    /** The client's, the therapist's or the clinic's. */
    UUID uuid();

    static Whose of(Kind kind, UUID uuid) {
        return switch (kind) {
            case CLIENT -> new OfClient(new ClientId(uuid));
            case THERAPIST -> new OfTherapist(new TherapistId(uuid));
            case CLINIC -> new OfClinic(new ClinicId(uuid));
        };
    }

    record OfClient(ClientId id) implements Whose {

        @Override
        public Kind kind() {
            return Kind.CLIENT;
        }

        @Override
        public UUID uuid() {
            return id.value();
        }
    }

    record OfTherapist(TherapistId id) implements Whose {

        @Override
        public Kind kind() {
            return Kind.THERAPIST;
        }

        @Override
        public UUID uuid() {
            return id.value();
        }
    }

    record OfClinic(ClinicId id) implements Whose {

        @Override
        public Kind kind() {
            return Kind.CLINIC;
        }

        @Override
        public UUID uuid() {
            return id.value();
        }
    }
}
