package io.rhomboid.platform.identity;

import java.util.List;
import java.util.Objects;
import java.util.function.Predicate;

import org.springframework.web.context.request.RequestAttributes;
import org.springframework.web.context.request.RequestContextHolder;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Caller.Person;

/**
 * That this caller may do what the request asks for.
 *
 * @param as the strongest of the roles in which they may
 * @param memberships what they are at clinics; empty where that made no difference
 */
public record Access(Caller caller, Who as, List<Membership> memberships) {

    private static final String ATTRIBUTE = Access.class.getName();

    public Access {
        memberships = List.copyOf(memberships);
    }

    /** @throws IllegalStateException outside of a request that was let in */
    public static Access current() {
        var attributes = RequestContextHolder.currentRequestAttributes();
        if (attributes.getAttribute(ATTRIBUTE, RequestAttributes.SCOPE_REQUEST) instanceof Access access) return access;
        throw new IllegalStateException("nobody has let this request in");
    }

    static void grant(jakarta.servlet.http.HttpServletRequest request, Access access) {
        request.setAttribute(ATTRIBUTE, access);
    }

    public boolean isPlatformAdmin() {
        return caller instanceof Person person && person.platformAdmin();
    }

    /** Whether they belong to the clinic's desk or are its admin, or the platform's. */
    public boolean isDeskOf(ClinicId clinic) {
        return isPlatformAdmin() || are(clinic, StaffRole.DESK) || are(clinic, StaffRole.CLINIC_ADMIN);
    }

    /** Whether they are anything at the clinic, or the platform's admin. */
    public boolean worksAt(ClinicId clinic) {
        return isPlatformAdmin()
                || memberships.stream().anyMatch(one -> one.clinicId().equals(clinic));
    }

    /** Whether they are the clinic's admin, or the platform's. */
    public boolean isAdminOf(ClinicId clinic) {
        return isPlatformAdmin() || are(clinic, StaffRole.CLINIC_ADMIN);
    }

    /** Whether they are an admin of a clinic of which this holds, or the platform's. */
    public boolean isAdminWhere(Predicate<ClinicId> holds) {
        return isPlatformAdmin()
                || memberships.stream()
                        .filter(one -> one.roles().contains(StaffRole.CLINIC_ADMIN))
                        .map(Membership::clinicId)
                        .anyMatch(holds);
    }

    /** Whether this therapist is they, or they are the platform's admin. */
    public boolean treatAs(TherapistId therapist) {
        return isPlatformAdmin() || memberships.stream().anyMatch(one -> therapist.equals(one.therapistId()));
    }

    /** As whom they treat, at any clinic. */
    public List<TherapistId> therapists() {
        return memberships.stream()
                .map(Membership::therapistId)
                .filter(Objects::nonNull)
                .toList();
    }

    private boolean are(ClinicId clinic, StaffRole role) {
        return memberships.stream()
                .anyMatch(one -> one.clinicId().equals(clinic) && one.roles().contains(role));
    }
}
