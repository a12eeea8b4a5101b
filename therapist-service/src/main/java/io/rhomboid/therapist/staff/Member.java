package io.rhomboid.therapist.staff;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;

/**
 * Somebody who belongs to clinics, or did.
 *
 * @param person the {@code sub} of their tokens
 * @param version how often that changed; 0 for who was never one
 * @param name as they or who took them in said it; forgotten with their last membership, as the mail address is
 */
record Member(
        String person,
        long version,
        @Nullable String name,
        @Nullable String mail,
        List<Membership> memberships) {

    Member {
        memberships = List.copyOf(memberships);
    }

    static Member nobodyYet(String person) {
        return new Member(person, 0, null, null, List.of());
    }

    Optional<Membership> at(ClinicId clinic) {
        return memberships.stream().filter(one -> one.clinicId().equals(clinic)).findFirst();
    }

    /** The same one, and this at the clinic it names, whatever they were there. */
    Member with(Membership membership, @Nullable String name, @Nullable String mail) {
        return new Member(
                person,
                version + 1,
                name == null ? this.name : name,
                mail == null ? this.mail : mail,
                Stream.concat(others(membership.clinicId()), Stream.of(membership))
                        .toList());
    }

    /** The same one without that clinic. */
    Member without(ClinicId clinic) {
        var rest = others(clinic).toList();
        return new Member(person, version + 1, rest.isEmpty() ? null : name, rest.isEmpty() ? null : mail, rest);
    }

    private Stream<Membership> others(ClinicId clinic) {
        return memberships.stream().filter(one -> !one.clinicId().equals(clinic));
    }
}
