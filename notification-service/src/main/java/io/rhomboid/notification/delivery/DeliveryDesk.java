package io.rhomboid.notification.delivery;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.random.RandomGenerator;

import io.rhomboid.contracts.Event;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.booking.SeriesEvent.SeriesCancelled;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.notification.delivery.Delivery.State;
import io.rhomboid.notification.delivery.Post.Receipt;
import io.rhomboid.notification.delivery.Verdict.Failed;
import io.rhomboid.notification.delivery.Verdict.PutOff;
import io.rhomboid.notification.delivery.Verdict.Sent;
import io.rhomboid.notification.delivery.Verdict.Skipped;
import io.rhomboid.notification.delivery.Verdict.TryAgain;
import io.rhomboid.notification.delivery.Verdict.Wait;
import io.rhomboid.notification.message.Announcement;
import io.rhomboid.notification.message.Announcement.Named;
import io.rhomboid.notification.message.Mail;
import io.rhomboid.notification.message.MailWriter;
import io.rhomboid.notification.message.News;
import io.rhomboid.notification.message.Occasion.OfBooking;
import io.rhomboid.notification.message.Occasion.OfGiftCard;
import io.rhomboid.notification.message.Occasion.OfInvitation;
import io.rhomboid.notification.message.Occasion.OfLicence;
import io.rhomboid.notification.message.Occasion.OfOffer;
import io.rhomboid.notification.message.Occasion.OfSeries;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.Subject;

import static java.lang.System.Logger.Level.ERROR;
import static java.lang.System.Logger.Level.WARNING;

/**
 * Takes one delivery in hand and brings it as far as it goes.
 *
 * <ol>
 *   <li>An earlier one to the same recipient along its line is still open: stands behind it.
 *   <li>Takes the lease by compare-and-set; somebody else was faster: leaves it to them.
 *   <li>Not worth telling any more: skips it. Something is not known yet: lets it wait.
 *   <li>Writes the mail and hands it to the post.
 *   <li>Settles what came of it, and calls the next of the line.
 * </ol>
 *
 * <p>Killed between 4 and 5, whoever comes after the lease sends the mail again, with the same Message-ID: a mail can
 * come twice in that one case, and is never lost.
 */
public final class DeliveryDesk {

    private static final System.Logger log = System.getLogger(DeliveryDesk.class.getName());
    private static final Duration BEHIND = Duration.ofSeconds(1);
    private static final Duration BETWEEN_WRITES = Duration.ofMillis(500);

    private final Deliveries deliveries;
    private final Directory directory;
    private final MailWriter writer;
    private final Post post;
    private final Patience patience;
    private final Duration lease;
    private final DeliveryWatch watch;
    private final Clock clock;
    private final RandomGenerator random;

    public DeliveryDesk(
            Deliveries deliveries,
            Directory directory,
            MailWriter writer,
            Post post,
            Patience patience,
            Duration lease,
            DeliveryWatch watch,
            Clock clock,
            RandomGenerator random) {
        this.deliveries = deliveries;
        this.directory = directory;
        this.writer = writer;
        this.post = post;
        this.patience = patience;
        this.lease = lease;
        this.watch = watch;
        this.clock = clock;
        this.random = random;
    }

    /** @param owner another one for every call, so that who lost the lease can't settle for who has it now */
    public void attend(Delivery delivery, String owner) throws InterruptedException {
        var now = clock.instant();
        if (!deliveries.take(delivery, owner, now, now.plus(lease))) return;
        var verdict = judge(delivery, now);
        settle(delivery, owner, verdict);
        switch (verdict) {
            case Sent _, Failed _, Skipped _ ->
                deliveries.nextInLine(delivery.occasion().line(), clock.instant());
            // Somebody may have filled the gap between our look and our note that we wait for it.
            case Wait wait -> {
                var missing = missing(delivery);
                for (var subject : wait.missing()) {
                    if (!missing.contains(subject)) deliveries.arrived(subject, clock.instant());
                }
            }
            case TryAgain _, PutOff _ -> {}
        }
    }

    private Verdict judge(Delivery delivery, Instant now) {
        var tooLate = delivery.occasion().tooLate(now);
        if (tooLate.isPresent()) return new Skipped(tooLate.get());
        for (var sibling : deliveries.along(delivery.occasion().line())) {
            if (!sibling.recipient().equals(delivery.recipient())) continue;
            if (delivery.isAfter(sibling) && sibling.isOpen()) {
                var turn = sibling.nextAttemptAt().isAfter(now) ? sibling.nextAttemptAt() : now;
                return new PutOff(turn.plus(BEHIND));
            }
            if (sibling.isAfter(delivery) && isSuperseded(delivery, sibling, now)) {
                return new Skipped("there is newer news of this booking");
            }
        }
        var missing = missing(delivery);
        if (!missing.isEmpty()) return new Wait(missing, now.plus(patience.recheck()));
        try {
            var mail = mail(delivery, now).orElse(null);
            if (mail == null) return new Skipped("the recipient has no mail address");
            return switch (post.send(mail)) {
                case Receipt.Accepted _ ->
                    new Sent(clock.instant(), Masked.address(mail.to().address()), mail.messageId());
                case Receipt.Refused(var reason) -> new Failed(reason);
                case Receipt.Deferred(var reason) -> later(delivery, clock.instant(), reason);
                case Receipt.Closed(var forAbout) -> new PutOff(clock.instant().plus(forAbout));
            };
        } catch (RuntimeException e) {
            // A fault of ours that the next release may not have: the news is kept until it is too old.
            log.log(ERROR, "Could not put together the mail of delivery " + delivery.id(), e);
            return later(delivery, clock.instant(), "could not be put together");
        }
    }

    /** Never say the older after the newer; and after a long outage, say only the newest. */
    private boolean isSuperseded(Delivery delivery, Delivery newer, Instant now) {
        return newer.state() == State.SENT
                || !now.isBefore(delivery.recordedAt().plus(patience.superseded()));
    }

    private Verdict later(Delivery delivery, Instant now, String reason) {
        var failed = delivery.attempts() + 1;
        return patience.isExhausted(failed, delivery.recordedAt(), now)
                ? new Failed("given up: " + reason)
                : new TryAgain(now.plus(patience.pause(failed, random)), reason);
    }

    private List<Subject> missing(Delivery delivery) {
        return switch (delivery.occasion()) {
            case OfBooking(var event) -> missing(List.of(event.booking()));
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
            case OfInvitation(var event) -> unknown(event.clinicId());
            case OfGiftCard(var event) -> unknown(event.clinicId());
            case OfLicence(var event) -> {
                var missing = new ArrayList<Subject>();
                addUnknown(clinicOf(delivery, event), event.therapistId(), missing);
                yield missing;
            }
        };
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

    /** Empty if the recipient can't be reached by mail. */
    private Optional<Mail> mail(Delivery delivery, Instant now) {
        return switch (delivery.occasion()) {
            case OfBooking booking -> {
                var event = booking.event();
                var announcement =
                        announcement(event, booking.news(), event.bookingId(), event.version(), event.booking());
                yield announcement.client().email() == null
                        ? Optional.empty()
                        : Optional.of(writer.write(announcement, delivery.id(), now));
            }
            case OfSeries(var event) -> {
                var announcements = announcements(event);
                yield announcements.getFirst().client().email() == null
                        ? Optional.empty()
                        : Optional.of(writer.write(delivery.kind(), event.seriesId(), announcements, delivery.id()));
            }
            case OfOffer offer -> {
                var wish = offer.event().wish();
                yield Optional.of(writer.write(
                        offer,
                        directory.client(wish.clientId()).orElseThrow(),
                        directory.clinic(wish.clinicId()).orElseThrow(),
                        directory
                                .therapistName(offer.event().offer().therapistId())
                                .orElseThrow(),
                        directory.treatmentName(wish.treatment()).orElseThrow(),
                        delivery.id()));
            }
            case OfInvitation invitation ->
                Optional.of(writer.write(
                        invitation,
                        directory.clinic(invitation.event().clinicId()).orElseThrow(),
                        delivery.id()));
            case OfGiftCard giftCard -> {
                var clinic = directory.clinic(giftCard.event().clinicId()).orElseThrow();
                yield Optional.ofNullable(giftCard.event().receiver().email())
                        .map(address -> writer.write(giftCard, clinic, address, delivery.id()));
            }
            case OfLicence licence -> {
                var event = licence.event();
                var clinic = directory.clinic(clinicOf(delivery, event)).orElseThrow();
                var therapist = directory.therapistName(event.therapistId()).orElseThrow();
                yield Optional.ofNullable(clinic.email())
                        .map(address -> writer.write(licence, clinic, address, therapist, delivery.id()));
            }
        };
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
                directory.client(booking.clientId()).orElseThrow(),
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

    /** What was sent must be written down, or it is sent again: holds on until the lease is over. */
    private void settle(Delivery delivery, String owner, Verdict verdict) throws InterruptedException {
        var until = clock.instant().plus(lease);
        while (true) {
            try {
                if (deliveries.settle(delivery, owner, verdict)) watch.settled(delivery, verdict);
                return;
            } catch (RuntimeException e) {
                if (!(verdict instanceof Sent) || clock.instant().isAfter(until)) throw e;
                log.log(WARNING, "Delivery {0} is sent but not written down, trying again: {1}", delivery.id(), e);
                Thread.sleep(BETWEEN_WRITES);
            }
        }
    }
}
