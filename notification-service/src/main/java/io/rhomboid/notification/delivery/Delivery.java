package io.rhomboid.notification.delivery;

import java.time.Instant;
import java.util.Optional;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.intake.IntakeEvent.IntakeCodeAsked;
import io.rhomboid.contracts.plan.PlanEvent.PlanNudged;
import io.rhomboid.contracts.staff.InvitationEvent.PersonInvited;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferMade;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.DaySheet;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.notification.message.Occasion.OfAddress;
import io.rhomboid.notification.message.Occasion.OfFarewell;
import io.rhomboid.notification.message.Occasion.OfGiftCard;
import io.rhomboid.notification.message.Occasion.OfInvitation;
import io.rhomboid.notification.message.WebhookDisabled;
import io.rhomboid.notification.recipient.Subject;

/**
 * One message to one person on one channel, from the fact that causes it until it is sent or will never be.
 *
 * <p>Born due when the fact arrives. Waits while we don't know enough of whom it is to or about; is tried, and tried
 * again; ends sent, failed or skipped, and never leaves an end. There is one for each fact, channel and recipient, so
 * a fact that is told twice is still delivered once.
 *
 * @param id {@code <booking, series, licence, place on the waitlist, invitation or gift card>:<version>:<channel>:<whom>}
 * @param occasion the fact; names people by id only, but for those whom nobody has a record of, until it has ended
 * @param recipient a client, a clinic's desk, who is invited by that invitation, or is given that gift card
 * @param attempts how often the carrier has been asked and could not
 * @param nextAttemptAt not before; means nothing at an end
 * @param abandoned whether somebody had it in hand and never said what came of it
 * @param sentTo the address, masked; gone when the client is erased
 * @param providerId by which whoever took it over knows it: of a mail its Message-ID
 * @param reason why it waits, was put off, failed or was skipped; names nobody
 */
public record Delivery(
        String id,
        Occasion occasion,
        Subject recipient,
        Channel channel,
        State state,
        int attempts,
        Instant recordedAt,
        Instant nextAttemptAt,
        boolean abandoned,
        @Nullable Instant sentAt,
        @Nullable String sentTo,
        @Nullable String providerId,
        @Nullable String reason) {

    public enum State {
        /** Something it needs to say is not known yet. */
        WAITING,
        /** Is to be sent as soon as possible. */
        DUE,
        /** Taken over by who takes it further. */
        SENT,
        /** Refused for good, or given up. */
        FAILED,
        /** Not worth sending any more. */
        SKIPPED;

        public boolean isOpen() {
            return this == WAITING || this == DUE;
        }
    }

    /** The notice on one channel, due at once. */
    public static Delivery of(Notice notice, Channel channel) {
        return of(notice, channel, notice.recordedAt());
    }

    /** The notice on one channel. */
    public static Delivery of(Notice notice, Channel channel, Instant due) {
        var id = notice.stem() + ":" + channel.key() + ":" + notice.whom();
        return new Delivery(
                id,
                notice.occasion(),
                notice.recipient(),
                channel,
                State.DUE,
                0,
                notice.recordedAt(),
                due,
                false,
                null,
                null,
                null,
                null);
    }

    /** The notice of which nobody is told; so that it can be said why. */
    static Delivery skipped(Notice notice, Channel channel, String reason) {
        var due = of(notice, channel);
        return new Delivery(
                due.id,
                due.occasion,
                due.recipient,
                channel,
                State.SKIPPED,
                0,
                due.recordedAt,
                due.nextAttemptAt,
                false,
                null,
                null,
                null,
                reason);
    }

    /**
     * The same once more, as a delivery of its own, because somebody wants it so.
     *
     * @param again tells this wish from any other
     */
    public Delivery again(String again, Instant now) {
        return new Delivery(
                id + ":again:" + again,
                occasion,
                recipient,
                channel,
                State.DUE,
                0,
                now,
                now,
                false,
                null,
                null,
                null,
                null);
    }

    /** At which clinic that happened; empty for what happened at none. */
    public Optional<ClinicId> clinic() {
        return switch (occasion.event()) {
            case BookingEvent event -> Optional.of(event.booking().clinicId());
            case SeriesEvent event ->
                Optional.of(event.visits().getFirst().booking().clinicId());
            case OfferMade event -> Optional.of(event.wish().clinicId());
            case PersonInvited event -> Optional.of(event.clinicId());
            case GiftCardSent event -> Optional.of(event.clinicId());
            case PlanNudged event -> Optional.of(event.clinicId());
            case IntakeCodeAsked event -> Optional.of(event.clinicId());
            case DaySheet event -> Optional.of(event.clinicId());
            case WebhookDisabled event -> Optional.of(event.clinicId());
            case GlassBroken event -> Optional.of(event.clinicId());
            default -> Optional.empty();
        };
    }

    /** Whether it could be said once more: what named somebody nobody has a record of was forgotten with its end. */
    public boolean canBeSaidAgain() {
        return !isOpen()
                && !(occasion instanceof OfInvitation
                        || occasion instanceof OfGiftCard
                        || occasion instanceof OfAddress
                        || occasion instanceof OfFarewell);
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
