package io.rhomboid.notification.message;

import java.net.URI;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.notification.message.Mail.Mailbox;
import io.rhomboid.notification.message.Occasion.OfGiftCard;
import io.rhomboid.notification.message.Occasion.OfInvitation;
import io.rhomboid.notification.message.Occasion.OfLicence;
import io.rhomboid.notification.message.Occasion.OfOffer;

import static java.nio.charset.StandardCharsets.UTF_8;

/** Turns an announcement into the mail that tells it. */
public final class MailWriter {

    private final TemplateSet templates;
    private final CalendarWriter calendars;
    private final Sender sender;
    private final Links links;

    public MailWriter(TemplateSet templates, CalendarWriter calendars, Sender sender, Links links) {
        this.templates = templates;
        this.calendars = calendars;
        this.sender = sender;
        this.links = links;
    }

    /**
     * @param deliveryId names this piece of news to this recipient; the same id always gives the same Message-ID
     * @param now decides which deadlines are still worth telling
     */
    public Mail write(Announcement announcement, String deliveryId, Instant now) {
        var language = Language.nearest(announcement.client().language());
        var kind = announcement.news().kind();
        var facts = Facts.of(announcement, language, link(announcement), now);
        var clinic = announcement.clinic();
        return new Mail(
                messageId(deliveryId),
                new Mailbox(facts.clinic(), sender.address()),
                clinic.email() == null ? null : new Mailbox(facts.clinic(), clinic.email()),
                new Mailbox(facts.name(), announcement.client().email()),
                language.say(
                        "subject." + kind.key(),
                        language.dateAndTime(
                                announcement.booking().start(),
                                announcement.booking().zone()),
                        facts.clinic()),
                templates.text(kind, language, facts).strip() + "\n",
                templates.html(kind, language, facts),
                calendars.write(announcement, language),
                language.locale());
    }

    /**
     * Tells of all visits of a series at once.
     *
     * @param visits the earliest first
     */
    public Mail write(MessageKind kind, SeriesId series, List<Announcement> visits, String deliveryId) {
        var first = visits.getFirst();
        var clinic = first.clinic();
        var language = Language.nearest(first.client().language());
        var link = kind == MessageKind.SERIES ? links.to(series, first.booking().clientId()) : null;
        var facts = SeriesFacts.of(visits, language, this::link, link);
        return new Mail(
                messageId(deliveryId),
                new Mailbox(facts.clinic(), sender.address()),
                clinic.email() == null ? null : new Mailbox(facts.clinic(), clinic.email()),
                new Mailbox(facts.name(), first.client().email()),
                language.say(
                        "subject." + kind.key(),
                        visits.size(),
                        language.dateAndTime(
                                first.booking().start(), first.booking().zone()),
                        facts.clinic()),
                templates.text(kind, language, facts).strip() + "\n",
                templates.html(kind, language, facts),
                calendars.write(visits, language),
                language.locale());
    }

    /** Opens the booking to its client; null where nothing is left to do with it. */
    private @Nullable URI link(Announcement announcement) {
        return announcement.news() instanceof News.Cancelled
                ? null
                : links.to(announcement.bookingId(), announcement.booking().clientId());
    }

    /**
     * Tells a clinic's desk that a licence ends.
     *
     * @param address the desk's
     */
    public Mail write(OfLicence occasion, Clinic clinic, String address, String therapistName, String deliveryId) {
        // A desk has not said yet which language it reads.
        var language = Language.ENGLISH;
        var kind = occasion.kind();
        var facts = LicenceFacts.of(occasion.event(), clinic, therapistName, language);
        return new Mail(
                messageId(deliveryId),
                new Mailbox("Rhomboid", sender.address()),
                null,
                new Mailbox(facts.clinic(), address),
                language.say(
                        facts.isOver() ? "subject.licence.over" : "subject.licence",
                        facts.therapist(),
                        facts.lastDay()),
                templates.text(kind, language, facts).strip() + "\n",
                templates.html(kind, language, facts),
                null,
                language.locale());
    }

    /** Tells somebody on the waitlist that a slot is kept for them. */
    public Mail write(
            OfOffer occasion,
            Client client,
            Clinic clinic,
            String therapistName,
            String treatmentName,
            String deliveryId) {
        var language = Language.nearest(client.language());
        var kind = occasion.kind();
        var event = occasion.event();
        var link = links.to(event.entryId(), event.wish().clientId());
        var facts = OfferFacts.of(event, client, clinic, therapistName, treatmentName, link, language);
        return new Mail(
                messageId(deliveryId),
                new Mailbox(facts.clinic(), sender.address()),
                clinic.email() == null ? null : new Mailbox(facts.clinic(), clinic.email()),
                new Mailbox(facts.name(), client.email()),
                language.say(
                        "subject." + kind.key(),
                        language.dateAndTime(
                                event.offer().start(), event.offer().zone()),
                        facts.clinic()),
                templates.text(kind, language, facts).strip() + "\n",
                templates.html(kind, language, facts),
                null,
                language.locale());
    }

    /** Tells somebody that a clinic wants them on its staff. */
    public Mail write(OfInvitation occasion, Clinic clinic, String deliveryId) {
        // Who is invited has not said yet which language they read.
        var language = Language.ENGLISH;
        var kind = occasion.kind();
        var event = occasion.event();
        var facts = InvitationFacts.of(event, clinic, links.toInvitation(event.invitationId()), language);
        return new Mail(
                messageId(deliveryId),
                new Mailbox(facts.clinic(), sender.address()),
                clinic.email() == null ? null : new Mailbox(facts.clinic(), clinic.email()),
                new Mailbox("", event.mail()),
                language.say("subject." + kind.key(), facts.clinic()),
                templates.text(kind, language, facts).strip() + "\n",
                templates.html(kind, language, facts),
                null,
                language.locale());
    }

    /** Tells somebody of the gift card they are given. */
    public Mail write(OfGiftCard occasion, Clinic clinic, String address, String deliveryId) {
        var event = occasion.event();
        var language = Language.nearest(event.receiver().language());
        var kind = occasion.kind();
        var facts = GiftCardFacts.of(event, clinic, links.code(event.voucherId(), event.version()), language);
        return new Mail(
                messageId(deliveryId),
                new Mailbox(facts.clinic(), sender.address()),
                clinic.email() == null ? null : new Mailbox(facts.clinic(), clinic.email()),
                new Mailbox(facts.name(), address),
                language.say("subject." + kind.key(), facts.worth(), facts.clinic()),
                templates.text(kind, language, facts).strip() + "\n",
                templates.html(kind, language, facts),
                null,
                language.locale());
    }

    private String messageId(String deliveryId) {
        return "<" + UUID.nameUUIDFromBytes(deliveryId.getBytes(UTF_8)) + "@" + sender.domain() + ">";
    }
}
