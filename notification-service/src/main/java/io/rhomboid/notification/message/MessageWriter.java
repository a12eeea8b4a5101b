package io.rhomboid.notification.message;

import java.net.URI;
import java.time.Instant;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.notification.message.Mail.Mailbox;
import io.rhomboid.notification.message.Occasion.OfGiftCard;
import io.rhomboid.notification.message.Occasion.OfInvitation;
import io.rhomboid.notification.message.Occasion.OfLicence;
import io.rhomboid.notification.message.Occasion.OfOffer;

/** Turns an occasion into the message that tells it. */
public final class MessageWriter {

    /** Where nobody has said yet which language they read: a desk, or who is invited. */
    private static final Language UNTOLD = Language.ENGLISH;

    private final TemplateSet templates;
    private final CalendarWriter calendars;
    private final Links links;

    public MessageWriter(TemplateSet templates, CalendarWriter calendars, Links links) {
        this.templates = templates;
        this.calendars = calendars;
        this.links = links;
    }

    /** @param now decides which deadlines are still worth telling */
    public Message write(Announcement announcement, Instant now) {
        var language = Language.nearest(announcement.client().language());
        var kind = announcement.news().kind();
        var link = link(announcement);
        var facts = Facts.of(announcement, language, link, now);
        var booking = announcement.booking();
        return said(
                kind,
                language,
                announcement.clinic(),
                language.say(
                        "subject." + kind.key(), language.dateAndTime(booking.start(), booking.zone()), facts.clinic()),
                link,
                facts,
                calendars.write(announcement, language));
    }

    /**
     * Tells of all visits of a series at once.
     *
     * @param visits the earliest first
     */
    public Message write(MessageKind kind, SeriesId series, List<Announcement> visits) {
        var first = visits.getFirst();
        var language = Language.nearest(first.client().language());
        var link = kind == MessageKind.SERIES ? links.to(series, first.booking().clientId()) : null;
        var facts = SeriesFacts.of(visits, language, this::link, link);
        return said(
                kind,
                language,
                first.clinic(),
                language.say(
                        "subject." + kind.key(),
                        visits.size(),
                        language.dateAndTime(
                                first.booking().start(), first.booking().zone()),
                        facts.clinic()),
                link,
                facts,
                calendars.write(visits, language));
    }

    /** Opens the booking to its client; null where nothing is left to do with it. */
    private @Nullable URI link(Announcement announcement) {
        return announcement.news() instanceof News.Cancelled
                ? null
                : links.to(announcement.bookingId(), announcement.booking().clientId());
    }

    /** Tells a clinic's desk that a licence ends. */
    public Message write(OfLicence occasion, Clinic clinic, String therapistName) {
        var kind = occasion.kind();
        var facts = LicenceFacts.of(occasion.event(), clinic, therapistName, UNTOLD);
        var subject = UNTOLD.say(
                facts.isOver() ? "subject.licence.over" : "subject.licence", facts.therapist(), facts.lastDay());
        return new Message(
                kind,
                UNTOLD.locale(),
                "Rhomboid",
                null,
                subject,
                subject,
                null,
                templates.text(kind, UNTOLD, facts).strip() + "\n",
                templates.html(kind, UNTOLD, facts),
                null);
    }

    /** Tells somebody on the waitlist that a slot is kept for them. */
    public Message write(OfOffer occasion, Client client, Clinic clinic, String therapistName, String treatmentName) {
        var language = Language.nearest(client.language());
        var event = occasion.event();
        var link = links.to(event.entryId(), event.wish().clientId());
        var facts = OfferFacts.of(event, client, clinic, therapistName, treatmentName, link, language);
        return said(
                occasion.kind(),
                language,
                clinic,
                language.say(
                        "subject." + occasion.kind().key(),
                        language.dateAndTime(
                                event.offer().start(), event.offer().zone()),
                        facts.clinic()),
                link,
                facts,
                null);
    }

    /** Tells somebody that a clinic wants them on its staff. */
    public Message write(OfInvitation occasion, Clinic clinic) {
        var event = occasion.event();
        var link = links.toInvitation(event.invitationId());
        var facts = InvitationFacts.of(event, clinic, link, UNTOLD);
        var subject = UNTOLD.say("subject." + occasion.kind().key(), facts.clinic());
        return said(occasion.kind(), UNTOLD, clinic, subject, link, facts, null);
    }

    /** Tells somebody of the gift card they are given. */
    public Message write(OfGiftCard occasion, Clinic clinic) {
        var event = occasion.event();
        var language = Language.nearest(event.receiver().language());
        var facts = GiftCardFacts.of(event, clinic, links.code(event.voucherId(), event.version()), language);
        var subject = language.say("subject." + occasion.kind().key(), facts.worth(), facts.clinic());
        return said(occasion.kind(), language, clinic, subject, null, facts, null);
    }

    /** In the clinic's name. */
    private Message said(
            MessageKind kind,
            Language language,
            Clinic clinic,
            String subject,
            @Nullable URI link,
            Record facts,
            @Nullable CalendarFile calendar) {
        var name = OneLine.of(clinic.name());
        return new Message(
                kind,
                language.locale(),
                name,
                clinic.email() == null ? null : new Mailbox(name, clinic.email()),
                subject,
                subject,
                link,
                templates.text(kind, language, facts).strip() + "\n",
                templates.html(kind, language, facts),
                calendar);
    }
}
