package io.rhomboid.notification.delivery;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.rhomboid.contracts.alert.AlertEvent;
import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.client.FarewellEvent;
import io.rhomboid.contracts.client.FarewellEvent.ErasureCompleted;
import io.rhomboid.contracts.intake.IntakeEvent;
import io.rhomboid.contracts.intake.IntakeEvent.IntakeCodeAsked;
import io.rhomboid.contracts.plan.PlanEvent;
import io.rhomboid.contracts.plan.PlanEvent.PlanNudged;
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
import io.rhomboid.notification.message.Occasion.OfFarewell;
import io.rhomboid.notification.message.Occasion.OfGiftCard;
import io.rhomboid.notification.message.Occasion.OfGlass;
import io.rhomboid.notification.message.Occasion.OfIntakeCode;
import io.rhomboid.notification.message.Occasion.OfInvitation;
import io.rhomboid.notification.message.Occasion.OfLicence;
import io.rhomboid.notification.message.Occasion.OfOffer;
import io.rhomboid.notification.message.Occasion.OfPlan;
import io.rhomboid.notification.message.Occasion.OfReminder;
import io.rhomboid.notification.message.Occasion.OfSeries;
import io.rhomboid.notification.recipient.Subject;

/**
 * Something that one person is to be told: one fact, one person. Which channels tell it is decided once, when it
 * arrives; each of them is a {@link Delivery} of its own from then on.
 *
 * @param stem what it is about and which state of that, for example {@code <booking>:<version>}
 * @param whom the recipient, as ids call them
 * @param recordedAt when we heard of it; it is due from then on
 */
public record Notice(String stem, String whom, Occasion occasion, Subject recipient, Instant recordedAt) {

    /** What this fact obliges us to; none when it is no news to anybody. */
    public static List<Notice> of(BookingEvent event, Instant now) {
        if (News.of(event).isEmpty()) return List.of();
        var client = event.booking().clientId();
        return List.of(of(event.bookingId(), client, new OfBooking(event), Subject.of(client), now));
    }

    /** One for all its visits. */
    public static List<Notice> of(SeriesEvent event, Instant now) {
        var client = event.clientId();
        return List.of(of(event.seriesId(), client, new OfSeries(event), Subject.of(client), now));
    }

    /** One for each clinic that the fact names. */
    public static List<Notice> of(LicenceEvent event, Instant now) {
        return switch (event) {
            case LicenceExpiring expiring ->
                expiring.clinicIds().stream()
                        .map(clinic ->
                                of(expiring.licenceId(), clinic, new OfLicence(expiring), Subject.of(clinic), now))
                        .toList();
        };
    }

    /** Only what is offered is news: who did not answer knows, and who did is told what became of it by their booking. */
    public static List<Notice> of(WaitlistEvent event, Instant now) {
        if (!(event instanceof OfferMade made)) return List.of();
        var client = made.wish().clientId();
        return List.of(of(made.entryId(), client, new OfOffer(made), Subject.of(client), now));
    }

    /** That a visit is overdue; what else becomes of a plan is said in the app. */
    public static List<Notice> of(PlanEvent event, Instant now) {
        return switch (event) {
            case PlanNudged nudged -> {
                var client = nudged.clientId();
                yield List.of(of(nudged.planId(), client, new OfPlan(nudged), Subject.of(client), now));
            }
        };
    }

    /** One to who is invited, whom we know by nothing but the invitation. */
    public static List<Notice> of(InvitationEvent event, Instant now) {
        return switch (event) {
            case PersonInvited invited ->
                List.of(of(
                        invited.invitationId(),
                        "invited",
                        new OfInvitation(invited),
                        new Subject(Occasion.INVITATION + invited.invitationId()),
                        now));
        };
    }

    /** One to who is given the card, whom we know by nothing but the card. */
    public static List<Notice> of(GiftCardEvent event, Instant now) {
        return switch (event) {
            case GiftCardSent sent ->
                List.of(of(
                        sent.voucherId(),
                        "receiver",
                        new OfGiftCard(sent),
                        new Subject(Occasion.GIFT_CARD + sent.voucherId()),
                        now));
        };
    }

    /** One to whose intake it is. */
    public static List<Notice> of(IntakeEvent event, Instant now) {
        return switch (event) {
            case IntakeCodeAsked asked ->
                List.of(of(
                        asked.codeId(), asked.clientId(), new OfIntakeCode(asked), Subject.of(asked.clientId()), now));
        };
    }

    /** One to the clinic's desk, and one to each of its admins but to who did it. */
    public static List<Notice> of(AlertEvent event, Alert.People people, Instant now) {
        return switch (event) {
            case GlassBroken broken -> {
                var clinic = broken.clinicId();
                var readers = new ArrayList<Subject>();
                readers.add(Subject.of(clinic));
                for (var admin : people.admins(clinic)) {
                    if (!admin.equals(broken.by())) readers.add(Subject.ofPerson(admin));
                }
                yield readers.stream()
                        .map(reader -> of(broken.alertId(), reader.key(), new OfGlass(broken), reader, now))
                        .toList();
            }
        };
    }

    /** One to who was forgotten, whom we know by nothing but this. */
    public static List<Notice> of(FarewellEvent event, Instant now) {
        return switch (event) {
            case ErasureCompleted completed -> {
                var whom = new Subject(Occasion.FAREWELL + completed.clientId());
                yield List.of(of(whom.key(), "farewell", new OfFarewell(completed), whom, now));
            }
        };
    }

    /** To the client, when its time has come; once for each time and each plan of the booking. */
    public static Notice of(OfReminder reminder, long version, Instant now) {
        var booking = reminder.event();
        var client = booking.booking().clientId();
        var stem = booking.bookingId() + ":" + version + ":" + reminder.kind().key() + "@"
                + reminder.dueAt().getEpochSecond();
        return new Notice(stem, client.toString(), reminder, Subject.of(client), now);
    }

    private static Notice of(Object about, Object whom, Occasion occasion, Subject recipient, Instant now) {
        return new Notice(about + ":" + occasion.event().version(), whom.toString(), occasion, recipient, now);
    }

    /** The same for the same fact and person, however often it is told. */
    public String id() {
        return stem + ":" + whom;
    }

    public MessageKind kind() {
        return occasion.kind();
    }
}
