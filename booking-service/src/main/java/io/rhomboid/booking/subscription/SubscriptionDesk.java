package io.rhomboid.booking.subscription;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.block.BlockDesk;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.subscription.SubscriptionAnswer.BadAddress;
import io.rhomboid.booking.subscription.SubscriptionAnswer.Done;
import io.rhomboid.booking.subscription.SubscriptionAnswer.KeyReused;
import io.rhomboid.booking.subscription.SubscriptionAnswer.NotReady;
import io.rhomboid.booking.subscription.SubscriptionAnswer.TooMany;
import io.rhomboid.booking.subscription.SubscriptionAnswer.UnknownTherapist;
import io.rhomboid.booking.subscription.SubscriptionAnswer.Unreadable;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.therapist.Rota.WeeklyHours;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * Subscribes calendars and reads them again. A calendar is read before it is accepted, so that a wrong address is known
 * at once.
 */
public final class SubscriptionDesk {

    /** As far ahead as anybody can book. */
    private static final Duration REACH = Duration.ofDays(366);

    private static final int MOST = 5;

    private final Subscriptions subscriptions;
    private final ForeignCalendars calendars;
    private final CalendarReader reader;
    private final BlockDesk blocks;
    private final Availability availability;
    private final Clock clock;

    public SubscriptionDesk(
            Subscriptions subscriptions,
            ForeignCalendars calendars,
            CalendarReader reader,
            BlockDesk blocks,
            Availability availability,
            Clock clock) {
        this.subscriptions = subscriptions;
        this.calendars = calendars;
        this.reader = reader;
        this.blocks = blocks;
        this.availability = availability;
        this.clock = clock;
    }

    /** The id is derived from the key, so that a repeat finds the first. */
    public SubscriptionAnswer subscribe(SubscriptionId id, Op op, TherapistId therapist, String name, URI address) {
        var made = alreadyMade(id, op);
        if (made.isPresent()) return made.get();
        if (!blocks.isReady()) return new NotReady();
        if (availability.catalogue().therapist(therapist).isEmpty()) return new UnknownTherapist();
        if (subscriptions.of(therapist).size() >= MOST) return new TooMany(MOST);
        var objection = calendars.objection(address);
        if (objection.isPresent()) return new BadAddress(objection.get());

        var now = clock.instant();
        return switch (calendars.fetch(address, null)) {
            case Fetched.Failed(var why) -> new Unreadable(why);
            case Fetched.Unchanged _ -> new Unreadable("it says that it has not changed, before we ever saw it");
            case Fetched.Text(var text, var etag) ->
                switch (read(therapist, text, now)) {
                    case Reading.Unusable(var why) -> new Unreadable(why);
                    case Reading.Busy busy -> {
                        var first =
                                new Subscription.Look(now, etag, busy.times().size(), busy.passedOver(), List.of());
                        var subscription = new Subscription(id, therapist, name, address, first, null, 0, now);
                        // Kept before anything is blocked for it: what is blocked always belongs to somebody.
                        if (!subscriptions.add(subscription, op))
                            yield alreadyMade(id, op).orElseThrow();
                        yield new Done(block(subscription, etag, busy, now));
                    }
                };
        };
    }

    private Optional<SubscriptionAnswer> alreadyMade(SubscriptionId id, Op op) {
        return subscriptions
                .find(id)
                .map(kept -> op.equals(kept.op()) ? new Done(kept.subscription()) : new KeyReused());
    }

    public Optional<Subscription> find(SubscriptionId id, TherapistId therapist) {
        return subscriptions
                .find(id)
                .map(Subscriptions.Kept::subscription)
                .filter(subscription -> subscription.therapistId().equals(therapist));
    }

    public List<Subscription> of(TherapistId therapist) {
        return subscriptions.of(therapist);
    }

    /** Frees what was blocked for it; false if there is none. */
    public boolean end(SubscriptionId id, TherapistId therapist) {
        var subscription = find(id, therapist);
        // Freed first: killed in between, it is still there to be ended again.
        subscription.ifPresent(ended -> {
            blocks.replaceBusy(therapist, ended.source(), List.of());
            subscriptions.remove(id);
        });
        return subscription.isPresent();
    }

    /** Reads again those whose time has come; answers how many. */
    public int lookAgain(int most) {
        var due = blocks.isReady() ? subscriptions.due(clock.instant(), most) : List.<Subscription>of();
        due.forEach(this::look);
        return due.size();
    }

    /** Reads one again, now; it stays as it is while nothing can be blocked safely. */
    public Subscription look(Subscription subscription) {
        if (!blocks.isReady()) return subscription;
        var now = clock.instant();
        return switch (calendars.fetch(subscription.address(), subscription.etagToAskWith(now))) {
            case Fetched.Failed(var why) -> saved(subscription.failed(why, now));
            case Fetched.Unchanged _ -> saved(subscription.unchanged(now));
            case Fetched.Text(var text, var etag) ->
                switch (read(subscription.therapistId(), text, now)) {
                    case Reading.Unusable(var why) -> saved(subscription.failed(why, now));
                    case Reading.Busy busy -> block(subscription, etag, busy, now);
                };
        };
    }

    private Reading read(TherapistId therapist, String text, Instant now) {
        return reader.read(text, zoneOf(therapist), now, now.plus(REACH));
    }

    private Subscription block(Subscription subscription, @Nullable String etag, Reading.Busy busy, Instant now) {
        var therapist = subscription.therapistId();
        var times = busy.times().stream()
                .map(time -> BlockedTime.busyElsewhere(therapist, time.start(), time.end()))
                .toList();
        var inTheWay = blocks.replaceBusy(therapist, subscription.source(), times);
        var conflicts = inTheWay.bookings().stream()
                .map(booking -> {
                    var slot = booking.parts().stream()
                            .map(part -> part.session())
                            .filter(session -> session.therapistId().equals(therapist))
                            .findFirst()
                            .orElseThrow()
                            .slot();
                    return new Subscription.Conflict(booking.id(), booking.reference(), slot.start(), slot.end());
                })
                .toList();
        return saved(
                subscription.read(new Subscription.Look(now, etag, busy.times().size(), busy.passedOver(), conflicts)));
    }

    private Subscription saved(Subscription subscription) {
        subscriptions.save(subscription);
        return subscription;
    }

    /** Where the therapist works first of all: a time without a zone is most likely meant there. */
    private ZoneId zoneOf(TherapistId therapist) {
        var catalogue = availability.catalogue();
        return catalogue
                .therapist(therapist)
                .flatMap(known -> known.rota().weekly().stream().findFirst())
                .map(WeeklyHours::clinicId)
                .flatMap(catalogue::clinic)
                .map(Clinic::zone)
                .orElse(ZoneOffset.UTC);
    }
}
