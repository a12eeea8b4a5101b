package io.rhomboid.notification.message;

import java.net.URI;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.staff.InvitationEvent.PersonInvited;
import io.rhomboid.contracts.staff.StaffRole;

/**
 * What the templates may say of an invitation to a clinic's staff, each on one line.
 *
 * @param roles for example {@code the desk and therapist}
 * @param until when it is over, in the clinic's time
 * @param mail that they have to sign in with
 * @param link where they accept
 */
public record InvitationFacts(String clinic, String roles, String until, String mail, URI link) {

    static InvitationFacts of(PersonInvited event, Clinic clinic, URI link, Language language) {
        return new InvitationFacts(
                OneLine.of(clinic.name()),
                language.all(event.roles().stream()
                        .sorted()
                        .map(role -> said(role, language))
                        .toList()),
                language.dateAndTime(event.expiresAt(), clinic.zone()) + " (" + clinic.zone() + ")",
                OneLine.of(event.mail()),
                link);
    }

    private static String said(StaffRole role, Language language) {
        return language.say("role." + role.name());
    }
}
