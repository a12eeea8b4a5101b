package io.rhomboid.booking.waitlist;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.waitlist.Standing.Cancelled;
import io.rhomboid.booking.waitlist.Standing.Lapsed;
import io.rhomboid.booking.waitlist.Standing.Offered;
import io.rhomboid.booking.waitlist.Standing.Promised;
import io.rhomboid.booking.waitlist.Standing.Taken;
import io.rhomboid.booking.waitlist.Standing.Waiting;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.waitlist.LapseReason;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.contracts.waitlist.WaitlistEvent;
import io.rhomboid.contracts.waitlist.WaitlistEvent.EntryCancelled;
import io.rhomboid.contracts.waitlist.WaitlistEvent.EntryJoined;
import io.rhomboid.contracts.waitlist.WaitlistEvent.EntryLapsed;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferDeclined;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferLapsed;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferMade;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferTaken;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferWithdrawn;
import io.rhomboid.contracts.waitlist.WaitlistWish;

/**
 * One client who waits for one session.
 *
 * <p>Is born waiting. When it is their turn a slot is <em>promised</em> to them, then kept by a hold, and only then
 * <em>offered</em>. They take it, or decline it, or leave it unanswered, and go on waiting for another one. It ends
 * taken, cancelled or lapsed, and never leaves these.
 *
 * <p>An offer that has ended leaves its hold behind, to be handed on: it stays noted in {@code handing} until somebody
 * else has it or it is free. So each step is one write, and whoever comes after a crash sees in the entry what is to be
 * done next.
 *
 * @param version how many changes it has seen; the store keeps a change only if it is the very next one
 * @param place which of the client's places on the waitlist it fills, from 1
 * @param passed slots that they did not take, as far as these are not over; not offered to them again
 * @param unanswered how many offers in a row they have left unanswered
 * @param handing an offer that has ended, whose hold may still be there
 */
public record Entry(
        WaitlistEntryId id,
        long version,
        ClientId clientId,
        Wish wish,
        Instant joinedAt,
        int place,
        Standing standing,
        List<FreeSlot> passed,
        int unanswered,
        @Nullable Offer handing) {

    /** How many one client can have at a time. */
    static final int PLACES = 5;

    /** Who leaves so many offers unanswered does not wait any more, and keeps slots from others. */
    static final int MOST_UNANSWERED = 3;

    public Entry {
        passed = List.copyOf(passed);
    }

    /** A change and the fact to publish; null where it is nobody's business yet. */
    public record Step(Entry entry, @Nullable WaitlistEvent event) {}

    static Step join(WaitlistEntryId id, ClientId client, Wish wish, int place, Instant now) {
        var entry = new Entry(id, 1, client, wish, now, place, new Waiting(), List.of(), 0, null);
        return new Step(entry, new EntryJoined(id, 1, entry.told(), now));
    }

    /** It is their turn. */
    Step promise(Offer offer, @Nullable WaitlistEntryId from) {
        if (!(standing instanceof Waiting)) throw new IllegalStateException("promised to one who is " + standing);
        return new Step(with(new Promised(offer, from)), null);
    }

    /** The promised slot is kept: it is offered to them. */
    Step offered(Offer offer, Instant now) {
        return told(with(new Offered(offer)), next -> new OfferMade(id, next.version, told(), offer.told(), now));
    }

    /** The promised slot could not be kept. */
    Step broken() {
        return new Step(with(new Waiting()), null);
    }

    /** The promise was not kept in time, by nobody knows whom. */
    Step forgotten(Offer offer) {
        return new Step(with(new Waiting()).leaving(offer), null);
    }

    Step decline(Offer offer, Instant now) {
        var next = with(new Waiting()).passing(offer, 0, now).leaving(offer);
        return told(next, _ -> new OfferDeclined(id, next.version, told(), offer.told(), now));
    }

    /** They did not answer in time. */
    Step missOffer(Offer offer, Instant now) {
        var next = with(new Waiting()).passing(offer, unanswered + 1, now).leaving(offer);
        return told(next, _ -> new OfferLapsed(id, next.version, told(), offer.told(), now));
    }

    /** The hold has gone another way than the offer says. */
    Step loseOffer(Offer offer, Instant now) {
        var next = with(new Waiting()).passing(offer, unanswered, now);
        return told(next, _ -> new OfferWithdrawn(id, next.version, told(), offer.told(), now));
    }

    Step take(Offer offer, Instant now) {
        var next = with(new Taken(offer.hold())).settledWith();
        return told(next, _ -> new OfferTaken(id, next.version, told(), offer.told(), now));
    }

    Step lapse(LapseReason reason, Instant now) {
        var next = with(new Lapsed(reason)).leaving(offer());
        return told(next, _ -> new EntryLapsed(id, next.version, told(), reason, now));
    }

    Step cancel(Instant now) {
        var next = with(new Cancelled()).leaving(offer());
        return told(next, _ -> new EntryCancelled(id, next.version, told(), now));
    }

    /** What an ended offer left behind is somebody else's, or free. */
    Step settled() {
        return new Step(with(standing).settledWith(), null);
    }

    private static Step told(Entry next, Function<Entry, WaitlistEvent> event) {
        return new Step(next, event.apply(next));
    }

    /** What is offered to them at the moment. */
    @Nullable
    Offer offer() {
        return standing instanceof Offered(var offer) ? offer : null;
    }

    /** What is promised or offered to them at the moment. */
    Optional<Offer> spokenFor() {
        return switch (standing) {
            case Promised(var offer, var _) -> Optional.of(offer);
            case Offered(var offer) -> Optional.of(offer);
            case Waiting _, Taken _, Lapsed _, Cancelled _ -> Optional.empty();
        };
    }

    /** Whether it is this hold that they have, or have just had. */
    boolean isAbout(Offer offer) {
        return switch (standing) {
            case Promised(var promised, var _) -> promised.hold().equals(offer.hold());
            case Offered(var offered) -> offered.hold().equals(offer.hold());
            case Waiting _, Taken _, Lapsed _, Cancelled _ ->
                handing != null && handing.hold().equals(offer.hold());
        };
    }

    /** Whether they have had this slot, or one of the same therapist that overlaps it: the time is the next one's. */
    boolean hasPassed(FreeSlot slot) {
        return passed.stream()
                .anyMatch(known -> known.therapistId().equals(slot.therapistId())
                        && known.start().isBefore(slot.end())
                        && slot.start().isBefore(known.end()));
    }

    WaitlistWish told() {
        return new WaitlistWish(
                clientId,
                wish.clinicId(),
                wish.treatment(),
                wish.lengths(),
                wish.therapistId(),
                wish.from(),
                wish.until());
    }

    private Entry with(Standing next) {
        return new Entry(id, version + 1, clientId, wish, joinedAt, place, next, passed, unanswered, handing);
    }

    private Entry leaving(@Nullable Offer ended) {
        return ended == null
                ? this
                : new Entry(id, version, clientId, wish, joinedAt, place, standing, passed, unanswered, ended);
    }

    private Entry passing(Offer offer, int missed, Instant now) {
        var slots = new ArrayList<FreeSlot>();
        for (var slot : passed) {
            if (slot.end().isAfter(now)) slots.add(slot);
        }
        slots.add(offer.slot());
        return new Entry(id, version, clientId, wish, joinedAt, place, standing, slots, missed, handing);
    }

    private Entry settledWith() {
        return new Entry(id, version, clientId, wish, joinedAt, place, standing, passed, unanswered, null);
    }
}
