package io.rhomboid.notification.live;

import java.util.Collections;
import java.util.Set;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/** Whose bookings a stream is about. */
public sealed interface Scope {

    boolean covers(Change change);

    record OfClinic(ClinicId clinic) implements Scope {
        @Override
        public boolean covers(Change change) {
            return change.clinicId().equals(clinic);
        }
    }

    /** Somebody's own, as a client and as therapists. */
    record Own(Set<ClientId> clients, Set<TherapistId> therapists) implements Scope {

        public Own {
            clients = Set.copyOf(clients);
            therapists = Set.copyOf(therapists);
        }

        @Override
        public boolean covers(Change change) {
            return !Collections.disjoint(change.clients(), clients)
                    || !Collections.disjoint(change.therapists(), therapists);
        }
    }
}
