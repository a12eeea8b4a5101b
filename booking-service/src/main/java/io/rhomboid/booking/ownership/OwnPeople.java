package io.rhomboid.booking.ownership;

import org.springframework.stereotype.Component;

import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.reservation.Whose;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Caller.Person;

/** Whether the caller of this request is, or is at the desk of, the one whom a request names in its body. */
@Component
public class OwnPeople {

    private final Clients clients;

    OwnPeople(Clients clients) {
        this.clients = clients;
    }

    public boolean isOwn(Whose whose) {
        var access = Access.current();
        if (access.isPlatformAdmin()) return true;
        return switch (whose) {
            case Whose.OfClinic(var id) -> access.isDeskOf(id);
            case Whose.OfTherapist(var id) -> access.treatAs(id);
            case Whose.OfClient(var id) ->
                access.caller() instanceof Person person
                        && person.mail() != null
                        && clients.known(person.mail()).filter(id::equals).isPresent();
        };
    }
}
