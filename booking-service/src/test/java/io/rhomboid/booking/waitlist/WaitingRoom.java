package io.rhomboid.booking.waitlist;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.UnaryOperator;

import org.bson.Document;
import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.AskedStart;
import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.PartOfDay;
import io.rhomboid.booking.block.BlockDesk;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.BookSession;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Bookings;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.mongo.Neighbourhood;
import io.rhomboid.booking.screening.Answered;
import io.rhomboid.booking.waitlist.mongo.MongoWaitlist;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.store.JsonDocuments;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLIENT;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.CLINIC;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.SWEDISH;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;

/** Mira's clinic on a database of its own, her evening in three days full, and a clock that a test moves. */
final class WaitingRoom implements AutoCloseable {

    static final LocalDate DAY = LocalDate.now(Neighbourhood.BERLIN).plusDays(3);
    static final List<Instant> EVENING =
            List.of(at(3, 17, 0), at(3, 18, 15), at(3, 19, 30), at(3, 20, 45), at(3, 22, 0));

    final Neighbourhood here;
    final AtomicReference<Instant> now =
            new AtomicReference<>(Clock.tickMillis(ZoneOffset.UTC).instant());
    final Clock clock = InstantSource.class.cast((InstantSource) now::get).withZone(ZoneOffset.UTC);
    final TherapistId mira;

    /** One instance of the service, with a memory of its own. */
    record Instance(WaitlistDesk waitlist, BookingDesk bookings, BlockDesk blocks, Availability availability) {}

    final Instance one;

    WaitingRoom() {
        this(new Neighbourhood(1, 3));
    }

    WaitingRoom(Neighbourhood here) {
        this.here = here;
        mira = here.therapists.getFirst();
        one = instance();
        for (var start : EVENING) book(one, start, UUID.randomUUID().toString());
    }

    Instance instance() {
        return instance(UnaryOperator.identity(), UnaryOperator.identity());
    }

    /** One that writes through these, and remembers what is stored. */
    Instance instance(UnaryOperator<Bookings> bookings, UnaryOperator<Waitlist> waitlist) {
        var stored = here.bookings();
        var blocks = here.blocks();
        var availability = here.availability();
        stored.tell(availability.diary(), now.get());
        var writing = bookings.apply(stored);
        var desk = new BookingDesk(
                writing,
                blocks,
                here.recognition(),
                here.vouchers(writing, availability, clock),
                availability,
                () -> true,
                Duration.ofMinutes(10),
                clock);
        var list = waitlist.apply(
                new MongoWaitlist(here.database, new JsonDocuments(EventJson.mapper()), here.outboxes()));
        return new Instance(
                new WaitlistDesk(list, desk, here.recognition(), availability, () -> true, clock),
                desk,
                new BlockDesk(blocks, stored, desk, availability, () -> true, clock),
                availability);
    }

    void later(Duration time) {
        now.updateAndGet(before -> before.plus(time));
    }

    Answer tryToBook(Instance by, Instant start, String name) {
        var key = UUID.randomUUID();
        return by.bookings.book(
                new BookingId(key),
                new Op(key.toString(), ""),
                new BookSession(new AskedStart(mira, CLINIC, SWEDISH, 60, start), client(name), false, Answered.BY_ALL),
                CLIENT);
    }

    Booking book(Instance by, Instant start, String name) {
        return ((Answer.Done) tryToBook(by, start, name)).booking();
    }

    /** Whoever has this start gives it back. */
    void cancel(Instant start) {
        var booking = standing(start);
        one.bookings.cancel(
                booking.id(), booking.version(), null, booking.price().cents(), CLIENT);
    }

    /** The one booking that has this start. */
    Booking standing(Instant start) {
        var found = standingAt(start);
        if (found.size() != 1) throw new AssertionError("at " + start + " there are " + found);
        return found.getFirst();
    }

    List<Booking> standingAt(Instant start) {
        var found = new ArrayList<Booking>();
        for (var stored :
                here.database.getCollection("bookings").find(new Document("start", java.util.Date.from(start)))) {
            here.bookings()
                    .find(BookingId.of(stored.getString("_id")))
                    .map(Bookings.Kept::booking)
                    .filter(Booking::isStanding)
                    .ifPresent(found::add);
        }
        return found;
    }

    static Client client(String name) {
        return new Client(name, name + "@client.example", null, "en");
    }

    Wish evening() {
        return evening(mira, Duration.ZERO);
    }

    static Wish evening(@Nullable TherapistId therapist, Duration notice) {
        return new Wish(CLINIC, SWEDISH, List.of(60), therapist, DAY, DAY, Set.of(), Set.of(PartOfDay.EVENING), notice);
    }

    WaitlistEntryId join(String name) {
        return join(name, evening());
    }

    WaitlistEntryId join(String name, Wish wish) {
        var answer = tryToJoin(one, name, wish);
        return ((WaitlistAnswer.Done) answer).entry().id();
    }

    static WaitlistAnswer tryToJoin(Instance by, String name, Wish wish) {
        var key = UUID.randomUUID();
        return by.waitlist.join(new WaitlistEntryId(key), new Op(key.toString(), ""), wish, client(name));
    }

    Entry read(WaitlistEntryId id) {
        return one.waitlist.find(id).orElseThrow();
    }

    Offer offer(WaitlistEntryId id) {
        return Objects.requireNonNull(read(id).offer(), () -> "nothing is offered to " + read(id));
    }

    String state(WaitlistEntryId id) {
        return read(id).standing().word();
    }

    /** The names of what was told of an entry, in order; nothing is relayed here. */
    List<String> told(WaitlistEntryId id) {
        return here
                .database
                .getCollection(MongoWaitlist.COLLECTION)
                .find(new Document("_id", id.toString()))
                .first()
                .getList("pendingEvents", Document.class)
                .stream()
                .map(event -> event.getString("type"))
                .toList();
    }

    @Override
    public void close() {
        here.close();
    }
}
