package io.rhomboid.notification.delivery;

import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.booking.SeriesEvent.SeriesCancelled;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.notification.message.Announcement;
import io.rhomboid.notification.message.Announcement.Named;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Message;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.MessageWriter;
import io.rhomboid.notification.message.News;
import io.rhomboid.notification.message.Occasion.OfAddress;
import io.rhomboid.notification.message.Occasion.OfAlert;
import io.rhomboid.notification.message.Occasion.OfBooking;
import io.rhomboid.notification.message.Occasion.OfDaySheet;
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
import io.rhomboid.notification.message.Occasion.OfWebhook;
import io.rhomboid.notification.recipient.Answers;
import io.rhomboid.notification.recipient.Contact;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.Preferences;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.Verified;

/** Looks up whom and what a delivery names, and has it put into words; the same for every channel. */
public final class Scribe {

    /** Of who has not said yet which language they read. */
    private static final String UNTOLD = "en";

    private final Directory directory;
    private final Answers answers;
    private final Verified verified;
    private final Preferences preferences;
    private final MessageWriter writer;

    public Scribe(
            Directory directory, Answers answers, Verified verified, Preferences preferences, MessageWriter writer) {
        this.directory = directory;
        this.answers = answers;
        this.verified = verified;
        this.preferences = preferences;
        this.writer = writer;
    }

    /** What has to be known before it can be said, and is not yet. */
    List<Subject> missing(Delivery delivery) {
        return switch (delivery.occasion()) {
            case OfBooking(var event) -> missing(List.of(event.booking()));
            case OfReminder reminder -> missing(List.of(reminder.event().booking()));
            case OfAlert(var event) -> missing(List.of(event.booking()));
            case OfPlan(var event) -> {
                var missing = new LinkedHashSet<Subject>();
                if (directory.client(event.clientId()).isEmpty()) missing.add(Subject.of(event.clientId()));
                missing.addAll(unknown(event.clinicId()));
                addUnknown(event.treatment(), missing);
                yield List.copyOf(missing);
            }
            case OfDaySheet(var sheet) -> {
                var missing = new LinkedHashSet<Subject>();
                addUnknown(sheet.clinicId(), sheet.therapistId(), missing);
                for (var session : sheet.sessions()) addUnknown(session.treatment(), missing);
                yield List.copyOf(missing);
            }
            case OfSeries(var event) ->
                missing(event.visits().stream().map(SeriesEvent.Visit::booking).toList());
            case OfOffer(var event) -> {
                var wish = event.wish();
                var missing = new ArrayList<Subject>();
                if (directory.client(wish.clientId()).isEmpty()) missing.add(Subject.of(wish.clientId()));
                addUnknown(wish.clinicId(), event.offer().therapistId(), missing);
                if (directory.treatmentName(wish.treatment()).isEmpty()) missing.add(Subject.of(wish.treatment()));
                yield missing;
            }
            case OfAddress _ -> List.of();
            case OfInvitation(var event) -> unknown(event.clinicId());
            case OfWebhook(var event) -> unknown(event.clinicId());
            case OfGiftCard(var event) -> unknown(event.clinicId());
            case OfIntakeCode(var event) -> {
                var missing = new ArrayList<>(unknown(event.clinicId()));
                if (directory.client(event.clientId()).isEmpty()) missing.add(Subject.of(event.clientId()));
                yield missing;
            }
            case OfGlass(var event) -> {
                var missing = new ArrayList<>(unknown(event.clinicId()));
                var therapist = event.therapistId();
                if (therapist != null && directory.therapistName(therapist).isEmpty()) {
                    missing.add(Subject.of(therapist));
                }
                yield missing;
            }
            case OfFarewell _ -> List.of();
            case OfLicence(var event) -> {
                var missing = new ArrayList<Subject>();
                addUnknown(clinicOf(delivery, event), event.therapistId(), missing);
                yield missing;
            }
        };
    }

    /** Why it need not be said any more, if so, though it is not too late. */
    Optional<String> needless(Delivery delivery) {
        return delivery.occasion() instanceof OfReminder reminder
                        && reminder.kind() == MessageKind.INTAKE_DUE
                        && answers.hold(
                                reminder.event().booking().clientId(),
                                reminder.event().booking().start())
                ? Optional.of("it was answered")
                : Optional.empty();
    }

    /** Now, or after the reader's quiet hours if it can wait for their end. */
    Instant notBefore(Delivery delivery, Instant now) {
        // The inbox makes no noise.
        if (delivery.channel() == Channel.INBOX || !delivery.kind().isPatient()) return now;
        var zone =
                delivery.clinic().flatMap(directory::clinic).map(Clinic::zone).orElse(ZoneId.of("UTC"));
        var awake = preferences.notBefore(delivery.recipient(), delivery.kind(), zone, now);
        // Rather in the middle of the night than never.
        return delivery.occasion() instanceof OfReminder reminder && !awake.isBefore(reminder.until()) ? now : awake;
    }

    private List<Subject> unknown(ClinicId clinic) {
        return directory.clinic(clinic).isPresent() ? List.of() : List.of(Subject.of(clinic));
    }

    private List<Subject> missing(List<BookingSnapshot> bookings) {
        var missing = new LinkedHashSet<Subject>();
        for (var booking : bookings) {
            if (directory.client(booking.clientId()).isEmpty()) missing.add(Subject.of(booking.clientId()));
            addUnknown(booking.clinicId(), booking.therapistId(), missing);
            addUnknown(booking.treatment(), missing);
            for (var further : booking.further()) {
                addUnknown(booking.clinicId(), further.therapistId(), missing);
                addUnknown(further.treatment(), missing);
            }
        }
        return List.copyOf(missing);
    }

    private void addUnknown(TreatmentCode treatment, Collection<Subject> missing) {
        if (directory.treatmentName(treatment).isEmpty()) missing.add(Subject.of(treatment));
    }

    private void addUnknown(ClinicId clinic, TherapistId therapist, Collection<Subject> missing) {
        if (directory.clinic(clinic).isEmpty()) missing.add(Subject.of(clinic));
        if (directory.therapistName(therapist).isEmpty()) missing.add(Subject.of(therapist));
    }

    /** Where its recipient is reached; nothing may be missing. */
    Contact contact(Delivery delivery) {
        return switch (delivery.occasion()) {
            case OfBooking(var event) -> contact(event.booking().clientId());
            case OfReminder reminder -> contact(reminder.event().booking().clientId());
            case OfAlert(var event) -> staff(delivery, event.booking().clinicId());
            case OfPlan(var event) -> contact(event.clientId());
            case OfDaySheet(var sheet) -> staff(delivery, sheet.clinicId());
            case OfSeries(var event) -> contact(event.clientId());
            case OfOffer(var event) -> contact(event.wish().clientId());
            case OfWebhook(var event) -> staff(delivery, event.clinicId());
            case OfAddress(var event) ->
                new Contact(
                        "",
                        event.channel() == Channel.MAIL ? event.address() : null,
                        event.channel() == Channel.SMS ? event.address() : null,
                        event.language());
            case OfInvitation(var event) -> new Contact("", event.mail(), null, UNTOLD);
            case OfGiftCard(var event) -> contact(event.receiver());
            case OfIntakeCode(var event) -> contact(event.clientId());
            case OfGlass(var event) -> staff(delivery, event.clinicId());
            case OfFarewell(var event) -> new Contact("", event.mail(), null, event.language());
            case OfLicence(var event) -> {
                var clinic = directory.clinic(clinicOf(delivery, event)).orElseThrow();
                yield new Contact(clinic.name(), clinic.email(), clinic.phone(), UNTOLD);
            }
        };
    }

    /** A clinic's desk, or one of its staff; without an address if they have left none. */
    private Contact staff(Delivery delivery, ClinicId id) {
        var reader = delivery.recipient();
        if (!reader.equals(Subject.of(id))) {
            var own = verified.lately(reader);
            var contact = preferences.contact(reader).orElse(new Contact("", null, null, UNTOLD));
            return new Contact(
                    contact.name(),
                    own.getOrDefault(Channel.MAIL, contact.email()),
                    own.get(Channel.SMS),
                    contact.language());
        }
        var clinic = directory.clinic(id).orElseThrow();
        return new Contact(
                clinic.name(),
                clinic.email(),
                clinic.phone(),
                preferences.language(reader).orElse(UNTOLD));
    }

    private Contact contact(ClientId client) {
        return contact(client(client));
    }

    /**
     * In the language that they want, if they have said so, and at the addresses that they have proved to be theirs. Else by
     * mail to where they booked from, whose confirmation is proof enough; the number that they left there is for the clinic
     * to call, and gets no message: anybody could have left it.
     */
    private Client client(ClientId id) {
        var known = directory.client(id).orElseThrow();
        var own = verified.lately(Subject.of(id));
        return new Client(
                known.name(),
                own.getOrDefault(Channel.MAIL, known.email()),
                own.get(Channel.SMS),
                preferences.language(Subject.of(id)).orElse(known.language()));
    }

    private static Contact contact(Client client) {
        return new Contact(client.name(), client.email(), client.phone(), client.language());
    }

    /**
     * Puts it into words; nothing may be missing.
     *
     * @param siblings what else its reader is told along the same line, the oldest first: what has changed is said against it
     */
    Message say(Delivery delivery, List<Delivery> siblings, Instant now) {
        return switch (delivery.occasion()) {
            case OfBooking booking -> {
                var event = booking.event();
                yield writer.write(
                        announcement(
                                event,
                                against(booking.news(), event.booking(), before(delivery, siblings)),
                                event.bookingId(),
                                event.version(),
                                event.booking()),
                        now);
            }
            case OfReminder reminder -> {
                var event = reminder.event();
                var news = new News.Ahead(reminder.kind(), reminder.until());
                yield writer.write(announcement(event, news, event.bookingId(), event.version(), event.booking()), now);
            }
            case OfAlert(var event) ->
                writer.write(
                        announcement(
                                event,
                                News.of(event).orElse(new News.Confirmed()),
                                event.bookingId(),
                                event.version(),
                                event.booking()),
                        Alert.of(event).orElseThrow().name(),
                        delivery.recipient().key(),
                        contact(delivery).language());
            case OfPlan(var event) ->
                writer.write(
                        event,
                        client(event.clientId()),
                        directory.clinic(event.clinicId()).orElseThrow(),
                        directory.treatmentName(event.treatment()).orElseThrow());
            case OfDaySheet(var sheet) -> {
                var reader = contact(delivery);
                yield writer.write(
                        sheet,
                        reader.name(),
                        directory.clinic(sheet.clinicId()).orElseThrow(),
                        code -> directory.treatmentName(code).orElseThrow(),
                        delivery.recipient().key(),
                        reader.language());
            }
            case OfSeries(var event) -> writer.write(delivery.kind(), event.seriesId(), announcements(event));
            case OfOffer offer -> {
                var wish = offer.event().wish();
                yield writer.write(
                        offer,
                        client(wish.clientId()),
                        directory.clinic(wish.clinicId()).orElseThrow(),
                        directory
                                .therapistName(offer.event().offer().therapistId())
                                .orElseThrow(),
                        directory.treatmentName(wish.treatment()).orElseThrow());
            }
            case OfInvitation invitation ->
                writer.write(
                        invitation,
                        directory.clinic(invitation.event().clinicId()).orElseThrow());
            case OfAddress address -> writer.write(address);
            case OfWebhook webhook ->
                writer.write(
                        webhook,
                        directory.clinic(webhook.event().clinicId()).orElseThrow(),
                        contact(delivery).language());
            case OfGiftCard giftCard ->
                writer.write(
                        giftCard, directory.clinic(giftCard.event().clinicId()).orElseThrow());
            case OfIntakeCode code ->
                writer.write(
                        code,
                        client(code.event().clientId()),
                        directory.clinic(code.event().clinicId()).orElseThrow());
            case OfGlass glass -> {
                var event = glass.event();
                var therapist = event.therapistId();
                var name = therapist == null
                        ? preferences.contact(Subject.ofPerson(event.by())).map(Contact::name)
                        : directory.therapistName(therapist);
                yield writer.write(
                        glass,
                        directory.clinic(event.clinicId()).orElseThrow(),
                        name.filter(one -> !one.isBlank()).orElse(null),
                        contact(delivery).language());
            }
            case OfFarewell farewell -> writer.write(farewell);
            case OfLicence licence -> {
                var clinic = clinicOf(delivery, licence.event());
                yield writer.write(
                        licence,
                        clinic,
                        directory.clinic(clinic).orElseThrow(),
                        directory.therapistName(licence.event().therapistId()).orElseThrow());
            }
        };
    }

    /** As the reader was told last; empty if they were told nothing before. */
    private static Optional<BookingSnapshot> before(Delivery delivery, List<Delivery> siblings) {
        return siblings.stream()
                .filter(delivery::isAfter)
                .map(Delivery::occasion)
                .filter(OfBooking.class::isInstance)
                .map(occasion -> ((OfBooking) occasion).event().booking())
                .reduce((_, later) -> later);
    }

    /** A booking that was moved, with all that is another now. */
    private News against(News news, BookingSnapshot now, Optional<BookingSnapshot> before) {
        if (!(news instanceof News.Moved moved) || before.isEmpty()) return news;
        var was = before.get();
        return new News.Moved(
                moved.previousStart(),
                moved.previousEnd(),
                moved.fee(),
                was.therapistId().equals(now.therapistId())
                        ? null
                        : directory.therapistName(was.therapistId()).orElse(null),
                was.price().equals(now.price()) ? null : was.price());
    }

    private static ClinicId clinicOf(Delivery delivery, LicenceExpiring event) {
        return event.clinicIds().stream()
                .filter(clinic -> Subject.of(clinic).equals(delivery.recipient()))
                .findFirst()
                .orElseThrow();
    }

    private List<Announcement> announcements(SeriesEvent event) {
        return event.visits().stream()
                .map(visit -> announcement(
                        event,
                        event instanceof SeriesCancelled ? new News.Cancelled(visit.fee()) : new News.Confirmed(),
                        visit.bookingId(),
                        visit.version(),
                        visit.booking()))
                .toList();
    }

    private Announcement announcement(Event event, News news, BookingId id, long version, BookingSnapshot booking) {
        return new Announcement(
                id,
                version,
                event.occurredAt(),
                news,
                booking,
                client(booking.clientId()),
                directory.clinic(booking.clinicId()).orElseThrow(),
                directory.therapistName(booking.therapistId()).orElseThrow(),
                directory.treatmentName(booking.treatment()).orElseThrow(),
                booking.further().stream()
                        .map(further -> new Named(
                                further,
                                directory.therapistName(further.therapistId()).orElseThrow(),
                                directory.treatmentName(further.treatment()).orElseThrow()))
                        .toList());
    }
}
