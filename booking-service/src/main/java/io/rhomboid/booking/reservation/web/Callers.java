package io.rhomboid.booking.reservation.web;

import java.util.Optional;

import org.springframework.http.HttpStatus;

import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Actor.Role;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Cause.Channel;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Caller.Person;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;
import io.rhomboid.platform.web.RequestIds;

/** Who sends a request, and as what they were let in, for the record. */
public final class Callers {

    private Callers() {}

    /** Who acts on what is theirs. */
    public static Cause current() {
        var access = Access.current();
        return by(
                access,
                switch (access.as()) {
                    case PLATFORM_ADMIN -> Role.PLATFORM_ADMIN;
                    case CLINIC_ADMIN -> Role.CLINIC_ADMIN;
                    case DESK -> Role.DESK;
                    case THERAPIST -> Role.THERAPIST;
                    case CLIENT, SIGNED_IN -> Role.CLIENT;
                    case GUEST, ANYONE -> Role.GUEST;
                });
    }

    /** The client that somebody who has signed in is; empty without a verified mail address. */
    public static Optional<Client> account() {
        return Access.current().caller() instanceof Person(var _, var mail, var name, var _) && mail != null
                ? Optional.of(new Client(name == null ? mail : name, mail, null, "en"))
                : Optional.empty();
    }

    /** Who asks a clinic for something that is nobody's yet: its desk, or somebody for themselves. */
    public static Cause at(ClinicId clinic) {
        var access = Access.current();
        if (access.isPlatformAdmin()) return by(access, Role.PLATFORM_ADMIN);
        if (access.isDeskOf(clinic)) return by(access, Role.DESK);
        return by(access, access.caller() instanceof Person ? Role.CLIENT : Role.GUEST);
    }

    /** @throws ProblemException 422, as if there were no such clinic */
    public static void mustBeAtTheDeskOf(ClinicId clinic) {
        if (Access.current().isDeskOf(clinic)) return;
        throw new ProblemException(
                Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unknown-clinic", "clinicId names no clinic of yours.")
                        .field("clinicId", "names no clinic of yours"));
    }

    private static Cause by(Access access, Role role) {
        var id = access.caller() instanceof Person person ? person.subject() : null;
        return new Cause(new Actor(role, id), Channel.API, RequestIds.current(), null);
    }
}
