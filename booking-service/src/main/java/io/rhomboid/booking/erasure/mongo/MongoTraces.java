package io.rhomboid.booking.erasure.mongo;

import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.client.Clients;
import io.rhomboid.booking.erasure.Traces;
import io.rhomboid.booking.intake.Intakes;
import io.rhomboid.booking.reservation.mongo.MongoBookings;
import io.rhomboid.booking.waitlist.Waitlist;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.or;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.unset;

/**
 * What is in the open of a client: who they are, which is in one document; words of theirs and the names of those who
 * came along with them, beside bookings; what was written on gift cards they received; and their calendar feeds. What
 * was booked, and paid, stays: without them it is a number.
 */
@Component
class MongoTraces implements Traces {

    private final Clients clients;
    private final Waitlist waitlist;
    private final Intakes intakes;
    private final MongoCollection<Document> bookings;
    private final MongoCollection<Document> calendars;

    MongoTraces(Clients clients, Waitlist waitlist, Intakes intakes, MongoDatabase database) {
        this.clients = clients;
        this.waitlist = waitlist;
        this.intakes = intakes;
        this.bookings = database.getCollection(MongoBookings.COLLECTION);
        this.calendars = database.getCollection("calendars");
    }

    @Override
    public Optional<Client> contact(ClientId client) {
        return Optional.ofNullable(clients.find(Set.of(client)).get(client));
    }

    @Override
    public boolean isNothingLeft(ClientId client) {
        var id = client.toString();
        return bookings.find(or(eq("clientId", id), eq("companionId", id), eq("voucher.clientId", id)))
                                .first()
                        == null
                && waitlist.openOf(client).isEmpty()
                && intakes.find(client).isEmpty();
    }

    @Override
    public void remove(ClientId client, Instant now) {
        var id = client.toString();
        var contact = clients.find(Set.of(client)).get(client);
        bookings.updateMany(eq("clientId", id), combine(unset("note"), unset("companionName")));
        bookings.updateMany(eq("companionId", id), unset("companionName"));
        if (contact != null && contact.email() != null) {
            bookings.updateMany(
                    and(exists("voucher.clinicId"), eq("voucher.receiver.email", contact.email())),
                    combine(unset("voucher.receiver"), unset("voucher.words")));
        }
        calendars.deleteMany(and(eq("kind", "CLIENT"), eq("owner", id)));
        clients.erase(client, now);
    }
}
