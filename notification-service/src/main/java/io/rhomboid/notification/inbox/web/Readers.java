package io.rhomboid.notification.inbox.web;

import java.util.LinkedHashSet;
import java.util.Optional;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.notification.inbox.Reader;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Caller.Person;
import io.rhomboid.platform.identity.Memberships;

/** Finds out whose messages are those of who has signed in. */
public final class Readers {

    private final Directory directory;
    private final Memberships memberships;

    public Readers(Directory directory, Memberships memberships) {
        this.directory = directory;
        this.memberships = memberships;
    }

    /** Who sends the request that this thread works on; somebody with a token. */
    public Reader current() {
        var person = person();
        var as = new LinkedHashSet<Subject>();
        as.add(Subject.ofPerson(person.subject()));
        client().map(Subject::of).ifPresent(as::add);
        for (var member : memberships.of(person.subject())) {
            if (member.therapistId() != null) as.add(Subject.of(member.therapistId()));
            if (isDesk(member)) as.add(Subject.of(member.clinicId()));
        }
        return new Reader(person.subject(), as);
    }

    /** As which client they are known, by their verified mail address. */
    public Optional<ClientId> client() {
        return Optional.ofNullable(person().mail()).flatMap(directory::clientWith);
    }

    private static boolean isDesk(Membership member) {
        return member.roles().contains(StaffRole.DESK) || member.roles().contains(StaffRole.CLINIC_ADMIN);
    }

    private static Person person() {
        return (Person) Access.current().caller();
    }
}
