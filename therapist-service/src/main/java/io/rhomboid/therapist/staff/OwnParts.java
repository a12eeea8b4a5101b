package io.rhomboid.therapist.staff;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.therapist.http.Findings;

/**
 * Which parts of a therapist's hours and prices somebody may change when they replace the whole: what is at clinics of
 * theirs.
 *
 * <ol>
 *   <li>A therapist's clinics are those that have them as this therapist. What is stored of another clinic, from a time
 *       there, they may keep as it is or take away.
 *   <li>An admin's are those whose admin they are. What is stored of other clinics must be there again, as it is.
 *   <li>The platform's admin may change everything.
 * </ol>
 *
 * <p>What is stored is what the write is made over: it names the version it was compared with, so nobody can change the
 * other clinics' parts in between.
 *
 * @param themself whether it is the therapist who asks
 * @param everywhere whether it is the platform's admin
 */
public record OwnParts(Set<ClinicId> clinics, boolean themself, boolean everywhere) {

    /** Everything. */
    public static final OwnParts ALL = new OwnParts(Set.of(), true, true);

    public OwnParts {
        clinics = Set.copyOf(clinics);
    }

    /** What of this therapist is the caller's. */
    public static OwnParts of(Access access, TherapistId therapist) {
        if (access.isPlatformAdmin()) return ALL;
        var clinics = access.memberships().stream()
                .filter(one ->
                        therapist.equals(one.therapistId()) || one.roles().contains(StaffRole.CLINIC_ADMIN))
                .map(Membership::clinicId)
                .collect(Collectors.toSet());
        return new OwnParts(clinics, access.treatAs(therapist), false);
    }

    /** Whether nothing of these clinics is anybody else's. */
    public boolean are(Set<ClinicId> all) {
        return everywhere || clinics.containsAll(all);
    }

    /**
     * @param field the request's list
     * @param asked what each entry of it would be stored as
     * @param stored what is there now
     */
    public <P> void check(
            String field, List<List<P>> asked, List<P> stored, Function<P, ClinicId> clinicOf, Findings findings) {
        if (everywhere) return;
        var others = new ArrayList<>(stored);
        others.removeIf(part -> clinics.contains(clinicOf.apply(part)));
        for (int i = 0; i < asked.size(); i++) {
            for (var part : asked.get(i)) {
                if (clinics.contains(clinicOf.apply(part)) || others.remove(part)) continue;
                findings.add(
                        field + "[" + i + "].clinicId",
                        "must be a clinic of yours; what is stored of another one can only stay as it is");
                break;
            }
        }
        if (themself || others.isEmpty()) return;
        findings.add(
                field,
                "must have all that is stored of clinics that are not yours, as GET shows it; missing is what is at "
                        + others.stream()
                                .map(clinicOf)
                                .distinct()
                                .map(ClinicId::toString)
                                .sorted()
                                .collect(Collectors.joining(", ")));
    }
}
