package io.rhomboid.platform.identity;

import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.link.Guest;

/**
 * Whose things are somebody's own, in one of the roles they have; goes into the query that looks for the thing.
 *
 * @param mail the client's, verified
 * @param guest whom a guest's pass names
 * @param therapists as whom they treat
 * @param clinics where they belong to the staff
 */
public record Reach(@Nullable String mail, @Nullable Guest guest, Set<TherapistId> therapists, Set<ClinicId> clinics) {

    /** The header in which a guest shows a pass, and gets one. */
    public static final String GUEST_PASS = "Guest-Pass";

    public static final Reach NOTHING = new Reach(null, null, Set.of(), Set.of());

    public Reach {
        therapists = Set.copyOf(therapists);
        clinics = Set.copyOf(clinics);
    }

    public boolean isNothing() {
        return equals(NOTHING);
    }

    static Reach client(String mail) {
        return new Reach(mail, null, Set.of(), Set.of());
    }

    static Reach guest(Guest guest) {
        return new Reach(null, guest, Set.of(), Set.of());
    }

    static Reach therapists(Set<TherapistId> therapists) {
        return new Reach(null, null, therapists, Set.of());
    }

    static Reach clinics(Set<ClinicId> clinics) {
        return new Reach(null, null, Set.of(), clinics);
    }
}
