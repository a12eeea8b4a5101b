package io.rhomboid.notification.message;

import java.net.URI;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.plan.PlanEvent.PlanNudged;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.notification.message.Mail.Mailbox;
import io.rhomboid.notification.message.Occasion.OfAddress;
import io.rhomboid.notification.message.Occasion.OfFarewell;
import io.rhomboid.notification.message.Occasion.OfGiftCard;
import io.rhomboid.notification.message.Occasion.OfGlass;
import io.rhomboid.notification.message.Occasion.OfIntakeCode;
import io.rhomboid.notification.message.Occasion.OfInvitation;
import io.rhomboid.notification.message.Occasion.OfLicence;
import io.rhomboid.notification.message.Occasion.OfOffer;
import io.rhomboid.notification.message.Occasion.OfWebhook;

import static java.lang.System.Logger.Level.WARNING;

/** Turns an occasion into the message that tells it: in the clinic's own words where it has any that fit. */
public final class MessageWriter {

    private static final System.Logger log = System.getLogger(MessageWriter.class.getName());

    /** Where nobody has said yet which language they read: a desk, or who is invited. */
    private static final Language UNTOLD = Language.ENGLISH;

    private final Wordings wordings;
    private final CalendarWriter calendars;
    private final Links links;

    public MessageWriter(Wordings wordings, CalendarWriter calendars, Links links) {
        this.wordings = wordings;
        this.calendars = calendars;
        this.links = links;
    }

    /** @param now decides which deadlines are still worth telling */
    public Message write(Announcement announcement, Instant now) {
        var language = Language.nearest(announcement.client().language());
        var kind = announcement.news().kind();
        var booking = announcement.booking();
        var link = link(announcement);
        return said(
                kind,
                language,
                booking.clinicId(),
                announcement.clinic(),
                link,
                Facts.of(announcement, language, link, now),
                // Nothing has changed since the last entry: another one would only ask to be looked at.
                announcement.news() instanceof News.Ahead ? null : calendars.write(announcement, language),
                kind.isOptional() ? links.toUnsubscribe("client/" + booking.clientId(), kind) : null);
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
        return said(
                kind,
                language,
                first.booking().clinicId(),
                first.clinic(),
                link,
                Facts.of(visits, language, this::link, link),
                calendars.write(visits, language),
                null);
    }

    /** Opens the booking to its client; null where nothing is left to do with it. */
    private @Nullable URI link(Announcement announcement) {
        return announcement.news() instanceof News.Cancelled
                ? null
                : links.to(announcement.bookingId(), announcement.booking().clientId());
    }

    /**
     * Tells staff what somebody else did.
     *
     * @param reader as a subject's key names them
     * @param happened the end of a phrase's key, for example {@code MOVED}
     */
    public Message write(Announcement announcement, String happened, String reader, String tag) {
        var language = Language.nearest(tag);
        return said(
                MessageKind.ALERT,
                language,
                announcement.booking().clinicId(),
                announcement.clinic(),
                null,
                Facts.of(announcement, happened, language),
                null,
                links.toUnsubscribe(reader, MessageKind.ALERT));
    }

    /** Tells a client that by their plan a visit is overdue. */
    public Message write(PlanNudged event, Client client, Clinic clinic, String treatmentName) {
        var language = Language.nearest(client.language());
        var unsubscribe = links.toUnsubscribe("client/" + event.clientId(), MessageKind.PLAN_NUDGE);
        var link = links.toPlan(event.treatment(), event.lengthMinutes(), event.clinicId(), event.therapistId());
        return said(
                MessageKind.PLAN_NUDGE,
                language,
                event.clinicId(),
                clinic,
                link,
                Facts.of(event, client.name(), clinic, treatmentName, link, language),
                null,
                unsubscribe);
    }

    /**
     * Tells a therapist what is booked.
     *
     * @param reader as a subject's key names them
     */
    public Message write(
            DaySheet sheet,
            String name,
            Clinic clinic,
            Function<TreatmentCode, String> names,
            String reader,
            String tag) {
        var language = Language.nearest(tag);
        return said(
                MessageKind.DAY_SHEET,
                language,
                sheet.clinicId(),
                clinic,
                null,
                Facts.of(sheet, name, clinic, names, language),
                null,
                links.toUnsubscribe(reader, MessageKind.DAY_SHEET));
    }

    /** Tells a clinic's desk that a licence ends. */
    public Message write(OfLicence occasion, ClinicId clinicId, Clinic clinic, String therapistName) {
        var facts = Facts.of(occasion.event(), clinic, therapistName, UNTOLD);
        return inOurName(said(occasion.kind(), UNTOLD, clinicId, clinic, null, facts, null, null));
    }

    /** Tells a clinic's admins that one of its other systems is told nothing any more. */
    public Message write(OfWebhook occasion, Clinic clinic, String tag) {
        var event = occasion.event();
        var language = Language.nearest(tag);
        var link = links.toStaff();
        var facts = Facts.of(event, clinic, link, language);
        return inOurName(said(occasion.kind(), language, event.clinicId(), clinic, link, facts, null, null));
    }

    /**
     * Tells a clinic, or one of its admins, that somebody reads for an hour what they otherwise may not.
     *
     * @param name of who does; null if nobody knows more than the id that signs them in
     */
    public Message write(OfGlass occasion, Clinic clinic, @Nullable String name, String tag) {
        var language = Language.nearest(tag);
        var event = occasion.event();
        var facts = Facts.of(event, name, clinic, language);
        return inOurName(said(occasion.kind(), language, event.clinicId(), clinic, null, facts, null, null));
    }

    /** The desk need not answer itself. */
    private static Message inOurName(Message said) {
        return new Message(
                said.kind(),
                said.locale(),
                "Rhomboid",
                null,
                said.subject(),
                said.brief(),
                said.link(),
                said.text(),
                said.html(),
                null,
                null);
    }

    /** Tells somebody that nothing is left of them; in no clinic's name, for none knows them any more. */
    public Message write(OfFarewell occasion) {
        var language = Language.nearest(occasion.event().language());
        // Nobody knows any more where they live.
        var day = LocalDate.ofInstant(occasion.event().occurredAt(), ZoneOffset.UTC);
        var facts = new Facts().put("day", language.day(day));
        return inNoClinicsName(occasion.kind(), language, facts);
    }

    /** Tells somebody on the waitlist that a slot is kept for them. */
    public Message write(OfOffer occasion, Client client, Clinic clinic, String therapistName, String treatmentName) {
        var language = Language.nearest(client.language());
        var event = occasion.event();
        var link = links.to(event.entryId(), event.wish().clientId());
        var facts = Facts.of(event, client.name(), clinic, therapistName, treatmentName, link, language);
        return said(occasion.kind(), language, event.wish().clinicId(), clinic, link, facts, null, null);
    }

    /** Tells somebody that a clinic wants them on its staff. */
    public Message write(OfInvitation occasion, Clinic clinic) {
        var event = occasion.event();
        var link = links.toInvitation(event.invitationId());
        var facts = Facts.of(event, clinic, link, UNTOLD);
        return said(occasion.kind(), UNTOLD, event.clinicId(), clinic, link, facts, null, null);
    }

    /** Tells somebody of the gift card they are given. */
    public Message write(OfGiftCard occasion, Clinic clinic) {
        var event = occasion.event();
        var language = Language.nearest(event.receiver().language());
        var facts = Facts.of(event, clinic, links.code(event.voucherId(), event.version()), language);
        return said(occasion.kind(), language, event.clinicId(), clinic, null, facts, null, null);
    }

    /** Tells somebody the code to their intake. */
    public Message write(OfIntakeCode occasion, Client client, Clinic clinic) {
        var event = occasion.event();
        var language = Language.nearest(client.language());
        var link = links.toIntake(event.codeId());
        var facts = Facts.of(event, client.name(), clinic, links.code(event.codeId()), link, language);
        return said(occasion.kind(), language, event.clinicId(), clinic, link, facts, null, null);
    }

    /** Tells the code by which somebody proves that an address is theirs; no clinic has anything to do with it. */
    public Message write(OfAddress occasion) {
        var event = occasion.event();
        var language = Language.nearest(event.language());
        var facts = new Facts().put("code", links.toProve(event.claimId()));
        return inNoClinicsName(occasion.kind(), language, facts);
    }

    private static Message inNoClinicsName(MessageKind kind, Language language, Facts facts) {
        var script = Scripts.of(kind, language);
        var lines = script.lines(facts);
        return new Message(
                kind,
                language.locale(),
                "Rhomboid",
                null,
                script.subject(facts),
                script.brief(facts),
                null,
                Page.text(lines, facts),
                Page.html(lines, facts, language),
                null,
                null);
    }

    /** In the clinic's name. */
    private Message said(
            MessageKind kind,
            Language language,
            ClinicId clinicId,
            Clinic clinic,
            @Nullable URI link,
            Facts facts,
            @Nullable CalendarFile calendar,
            @Nullable URI unsubscribe) {
        if (unsubscribe != null) facts.put("unsubscribe", unsubscribe.toString());
        var script = own(kind, language, clinicId, facts).orElseGet(() -> Scripts.of(kind, language));
        var lines = script.lines(facts);
        var name = OneLine.of(clinic.name());
        return new Message(
                kind,
                language.locale(),
                name,
                clinic.email() == null ? null : new Mailbox(name, clinic.email()),
                script.subject(facts),
                script.brief(facts),
                link,
                Page.text(lines, facts),
                Page.html(lines, facts, language),
                calendar,
                unsubscribe);
    }

    /** The clinic's own words, as long as they are still a script and have a subject for these facts. */
    private Optional<Script> own(MessageKind kind, Language language, ClinicId clinic, Facts facts) {
        try {
            return wordings.of(clinic, kind, language)
                    .map(text -> Scripts.parse(kind, language, text))
                    .filter(script -> !script.subject(facts).isBlank()
                            && !script.brief(facts).isBlank()
                            && !script.lines(facts).isEmpty());
        } catch (RuntimeException e) {
            // Whatever became of their words: the message goes out, in ours.
            log.log(WARNING, "The words of clinic {0} for {1} are of no use: {2}", clinic, kind, e.toString());
            return Optional.empty();
        }
    }
}
