package io.rhomboid.notification.delivery;

import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.staff.InvitationEvent;
import io.rhomboid.contracts.staff.InvitationEvent.PersonInvited;
import io.rhomboid.contracts.therapist.LicenceEvent;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.voucher.GiftCardEvent;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;
import io.rhomboid.contracts.waitlist.WaitlistEvent;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferMade;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.News;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.notification.message.Occasion.OfBooking;
import io.rhomboid.notification.message.Occasion.OfGiftCard;
import io.rhomboid.notification.message.Occasion.OfInvitation;
import io.rhomboid.notification.message.Occasion.OfLicence;
import io.rhomboid.notification.message.Occasion.OfOffer;
import io.rhomboid.notification.message.Occasion.OfSeries;
import io.rhomboid.notification.recipient.Subject;

/**
 * One message to one person, from the fact that causes it until it is sent or will never be.
 *
 * <p>Born due when the fact arrives. Waits while we don't know enough of whom it is to or about; is tried, and tried
 * again; ends sent, failed or skipped, and never leaves an end. There is one for each fact, channel and recipient, so
 * a fact that is told twice is still delivered once.
 *
 * @param id {@code <booking, series, licence, place on the waitlist, invitation or gift card>:<version>:mail:<whom>}
 * @param occasion the fact; names people by id only, but for those whom nobody has a record of, until it has ended
 * @param recipient a client, a clinic's desk, who is invited by that invitation, or is given that gift card
 * @param attempts how often the post has been asked and could not
 * @param nextAttemptAt not before; means nothing at an end
 * @param sentTo the address, masked; gone when the client is erased
 * @param reason why it waits, was put off, failed or was skipped; names nobody
 */
public record Delivery(
        String id,
        Occasion occasion,
        Subject recipient,
        State state,
        int attempts,
        Instant recordedAt,
        Instant nextAttemptAt,
        @Nullable Instant sentAt,
        @Nullable String sentTo,
        @Nullable String messageId,
        @Nullable String reason) {

    public enum State {
        /** Something it needs to say is not known yet. */
        WAITING,
        /** Is to be sent as soon as possible. */
        DUE,
        /** Accepted by the mail server. */
        SENT,
        /** Refused for good, or given up. */
        FAILED,
        /** Not worth sending any more. */
        SKIPPED;

        public boolean isOpen() {
            return this == WAITING || this == DUE;
        }
    }

    /** What this fact obliges us to; none when it is no news to anybody. */
    public static List<Delivery> of(BookingEvent event, Instant now) {
        if (News.of(event).isEmpty()) return List.of();
        var client = event.booking().clientId();
        return List.of(due(event.bookingId(), client, new OfBooking(event), Subject.of(client), now));
    }

    /** One for all its visits. */
    public static List<Delivery> of(SeriesEvent event, Instant now) {
        var client = event.clientId();
        return List.of(due(event.seriesId(), client, new OfSeries(event), Subject.of(client), now));
    }

    /** One for each clinic that the fact names. */
    public static List<Delivery> of(LicenceEvent event, Instant now) {
        return switch (event) {
            case LicenceExpiring expiring ->
                expiring.clinicIds().stream()
                        .map(clinic ->
                                due(expiring.licenceId(), clinic, new OfLicence(expiring), Subject.of(clinic), now))
                        .toList();
        };
    }

    /** Only what is offered is news: who did not answer knows, and who did is told what became of it by their booking. */
    public static List<Delivery> of(WaitlistEvent event, Instant now) {
        if (!(event instanceof OfferMade made)) return List.of();
        var client = made.wish().clientId();
        return List.of(due(made.entryId(), client, new OfOffer(made), Subject.of(client), now));
    }

    /** One to who is invited, whom we know by nothing but the invitation. */
    public static List<Delivery> of(InvitationEvent event, Instant now) {
        return switch (event) {
            case PersonInvited invited ->
                List.of(due(
                        invited.invitationId(),
                        "invited",
                        new OfInvitation(invited),
                        new Subject(Occasion.INVITATION + invited.invitationId()),
                        now));
        };
    }

    /** One to who is given the card, whom we know by nothing but the card. */
    public static List<Delivery> of(GiftCardEvent event, Instant now) {
        return switch (event) {
            case GiftCardSent sent ->
                List.of(due(
                        sent.voucherId(),
                        "receiver",
                        new OfGiftCard(sent),
                        new Subject(Occasion.GIFT_CARD + sent.voucherId()),
                        now));
        };
    }

    private static Delivery due(Object about, Object to, Occasion occasion, Subject recipient, Instant now) {
        var id = about + ":" + occasion.event().version() + ":mail:" + to;
        return new Delivery(id, occasion, recipient, State.DUE, 0, now, now, null, null, null, null);
    }

    public MessageKind kind() {
        return occasion.kind();
    }

    public boolean isOpen() {
        return state.isOpen();
    }

    boolean isAfter(Delivery other) {
        return occasion.event().version() > other.occasion.event().version();
    }
}
