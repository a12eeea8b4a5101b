package io.rhomboid.notification.message;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.Optional;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.booking.SeriesEvent.SeriesCancelled;
import io.rhomboid.contracts.booking.SeriesEvent.SeriesConfirmed;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.FarewellEvent.ErasureCompleted;
import io.rhomboid.contracts.intake.IntakeEvent.IntakeCodeAsked;
import io.rhomboid.contracts.plan.PlanEvent.PlanNudged;
import io.rhomboid.contracts.staff.InvitationEvent.PersonInvited;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferMade;

/** A fact that somebody wants to hear of. Occasions along one line are told one after the other, by version. */
public sealed interface Occasion {

    /** Something has become of a booking; its client is told. */
    record OfBooking(BookingEvent event) implements Occasion {

        public News news() {
            return News.of(event).orElseThrow();
        }
    }

    /**
     * The time has come to tell a booking's client of something; nothing has changed.
     *
     * @param event the last thing that became of the booking
     * @param dueAt when they were to be told
     * @param until from when on it is of no use to them
     */
    record OfReminder(BookingEvent event, MessageKind kind, Instant dueAt, Instant until) implements Occasion {}

    /** Something has become of a booking; staff are told, by whom it was not done. */
    record OfAlert(BookingEvent event) implements Occasion {}

    /** By their plan a client's next visit is overdue and not booked; they are reminded. */
    record OfPlan(PlanNudged event) implements Occasion {}

    /** A therapist's day begins; they are told what is booked. */
    record OfDaySheet(DaySheet event) implements Occasion {}

    /** Something has become of a whole series; its client is told once, and not visit by visit. */
    record OfSeries(SeriesEvent event) implements Occasion {}

    /** A licence will end; the clinics where the therapist works are told. */
    record OfLicence(LicenceExpiring event) implements Occasion {}

    /** A slot is kept for somebody on the waitlist; they are told until when. */
    record OfOffer(OfferMade event) implements Occasion {}

    /** Somebody is wanted on a clinic's staff; they are told how to accept. */
    record OfInvitation(PersonInvited event) implements Occasion {}

    /** A gift card is given to somebody; they are told its code. */
    record OfGiftCard(GiftCardSent event) implements Occasion {}

    /** Somebody without an account wants at their intake; they are told a code. */
    record OfIntakeCode(IntakeCodeAsked event) implements Occasion {}

    /** We have disabled a clinic's webhook; its admins are told. */
    record OfWebhook(WebhookDisabled event) implements Occasion {}

    /** Somebody says that an address is theirs; it is sent the code by which they prove it. */
    record OfAddress(AddressClaimed event) implements Occasion {}

    /** Somebody reads for an hour what they otherwise may not; the clinic is told. */
    record OfGlass(GlassBroken event) implements Occasion {}

    /** Everybody has forgotten somebody; they are told, and then nobody knows where. */
    record OfFarewell(ErasureCompleted event) implements Occasion {}

    /** How long after its last day a licence's end is worth a mail. */
    Duration LICENCE_IS_NEWS = Duration.ofDays(30);

    /** What the line of a series begins with. */
    String SERIES = "series/";

    /** What the line of a treatment plan begins with. */
    String PLAN = "plan/";

    /** How long after it was due a visit is worth a reminder. */
    Duration PLAN_IS_NEWS = Duration.ofDays(14);

    /** How long after it was done staff want to hear what somebody else has done. */
    Duration ALERT_IS_NEWS = Duration.ofHours(24);

    /** How long after it was disabled a clinic wants to hear of its webhook. */
    Duration WEBHOOK_IS_NEWS = Duration.ofDays(7);

    /** What the line of a claim to an address begins with. */
    String ADDRESS = "address/";

    /** What the line of a webhook begins with. */
    String WEBHOOK = "webhook/";

    /** What the line of a day sheet begins with. */
    String DAY_SHEET = "day-sheet/";

    /** What the line of an invitation begins with. */
    String INVITATION = "invitation/";

    /** What the line of a gift card begins with. */
    String GIFT_CARD = "gift-card/";

    /** What the line of an intake's code begins with. */
    String INTAKE_CODE = "intake-code/";

    /** What the line of an alert begins with. */
    String ALERT = "alert/";

    /** What the line of a farewell begins with. */
    String FAREWELL = "farewell/";

    Event event();

    /** What it is about, for example {@code booking/5c0e…}. */
    default String line() {
        return switch (this) {
            case OfBooking(var event) -> line(event.bookingId());
            case OfReminder reminder -> line(reminder.event().bookingId());
            case OfAlert(var event) -> line(event.bookingId());
            case OfDaySheet(var event) -> DAY_SHEET + event.key();
            case OfPlan(var event) -> PLAN + event.planId();
            case OfSeries(var event) -> line(event.seriesId());
            case OfLicence(var event) -> line(event.licenceId());
            case OfOffer(var event) -> line(event.entryId());
            case OfInvitation(var event) -> INVITATION + event.invitationId();
            case OfGiftCard(var event) -> GIFT_CARD + event.voucherId();
            case OfIntakeCode(var event) -> INTAKE_CODE + event.codeId();
            case OfWebhook(var event) -> WEBHOOK + event.endpointId();
            case OfAddress(var event) -> ADDRESS + event.claimId();
            case OfGlass(var event) -> ALERT + event.alertId();
            case OfFarewell(var event) -> FAREWELL + event.clientId();
        };
    }

    static String line(BookingId id) {
        return "booking/" + id;
    }

    static String line(SeriesId id) {
        return SERIES + id;
    }

    static String line(LicenceId id) {
        return "licence/" + id;
    }

    static String line(WaitlistEntryId id) {
        return "waitlist/" + id;
    }

    /** Which message tells it. */
    default MessageKind kind() {
        return switch (this) {
            case OfBooking booking -> booking.news().kind();
            case OfReminder reminder -> reminder.kind();
            case OfAlert _ -> MessageKind.ALERT;
            case OfDaySheet _ -> MessageKind.DAY_SHEET;
            case OfPlan _ -> MessageKind.PLAN_NUDGE;
            case OfSeries(var event) ->
                switch (event) {
                    case SeriesConfirmed _ -> MessageKind.SERIES;
                    case SeriesCancelled _ -> MessageKind.SERIES_CANCELLATION;
                };
            case OfLicence _ -> MessageKind.LICENCE;
            case OfOffer _ -> MessageKind.OFFER;
            case OfInvitation _ -> MessageKind.INVITATION;
            case OfGiftCard _ -> MessageKind.GIFT_CARD;
            case OfIntakeCode _ -> MessageKind.INTAKE_CODE;
            case OfWebhook _ -> MessageKind.WEBHOOK_DISABLED;
            case OfAddress _ -> MessageKind.ADDRESS_CODE;
            case OfGlass _ -> MessageKind.GLASS_BROKEN;
            case OfFarewell _ -> MessageKind.FAREWELL;
        };
    }

    /** Why nobody wants to hear of it any more, if so. */
    default Optional<String> tooLate(Instant now) {
        return switch (this) {
            case OfBooking(var event)
            when !now.isBefore(event.booking().visitEnd()) -> Optional.of("the session is over");
            case OfReminder reminder when !now.isBefore(reminder.until()) -> Optional.of("it would come too late");
            case OfLicence(var event)
            when now.isAfter(
                    event.validUntil().atStartOfDay(ZoneOffset.UTC).toInstant().plus(LICENCE_IS_NEWS)) ->
                Optional.of("the licence ended long ago");
            case OfOffer(var event) when !now.isBefore(event.offer().until()) -> Optional.of("the offer is over");
            case OfSeries(var event)
            when event.visits().stream()
                    .allMatch(visit -> !now.isBefore(visit.booking().visitEnd())) ->
                Optional.of("the last visit is over");
            case OfInvitation(var event) when !now.isBefore(event.expiresAt()) -> Optional.of("the invitation is over");
            case OfGiftCard(var event)
            when now.isAfter(
                    event.lastDay().plusDays(2).atStartOfDay(ZoneOffset.UTC).toInstant()) ->
                Optional.of("the gift card is over");
            case OfIntakeCode(var event) when !now.isBefore(event.expiresAt()) -> Optional.of("the code is over");
            case OfAlert(var event)
            when now.isAfter(event.occurredAt().plus(ALERT_IS_NEWS)) -> Optional.of("it happened long ago");
            case OfPlan(var event)
            when now.isAfter(event.occurredAt().plus(PLAN_IS_NEWS)) -> Optional.of("it was due long ago");
            case OfDaySheet(var event)
            when !now.isBefore(
                    event.day().plusDays(1).atStartOfDay(event.zone()).toInstant()) -> Optional.of("the day is over");
            case OfAddress(var event) when !now.isBefore(event.expiresAt()) -> Optional.of("the code is over");
            case OfWebhook(var event)
            when now.isAfter(event.occurredAt().plus(WEBHOOK_IS_NEWS)) -> Optional.of("it was disabled long ago");
            case OfBooking _,
                    OfReminder _,
                    OfAlert _,
                    OfDaySheet _,
                    OfPlan _,
                    OfSeries _,
                    OfLicence _,
                    OfOffer _,
                    OfInvitation _,
                    OfGiftCard _,
                    OfIntakeCode _,
                    OfWebhook _,
                    OfAddress _,
                    OfGlass _,
                    OfFarewell _ -> Optional.empty();
        };
    }
}
