package io.rhomboid.notification.message.ical;

import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;

import net.fortuna.ical4j.data.CalendarOutputter;
import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.parameter.TzId;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtEnd;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.DtStart;
import net.fortuna.ical4j.model.property.Geo;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.Organizer;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableMethod;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import io.rhomboid.notification.message.Announcement;
import io.rhomboid.notification.message.CalendarFile;
import io.rhomboid.notification.message.CalendarFile.Method;
import io.rhomboid.notification.message.CalendarWriter;
import io.rhomboid.notification.message.Facts;
import io.rhomboid.notification.message.Language;
import io.rhomboid.notification.message.News;
import io.rhomboid.notification.message.Sender;

/**
 * One session as one calendar entry: the same UID through all its changes, the booking's version as SEQUENCE. Says
 * where, when and with whom, and nothing of why: calendars are shared with colleagues.
 */
public final class Ical4jCalendars implements CalendarWriter {

    private static final int LONGEST_LINE = 75;

    private final Sender sender;

    public Ical4jCalendars(Sender sender) {
        this.sender = sender;
    }

    @Override
    public CalendarFile write(Announcement announcement, Language language) {
        var method = announcement.news() instanceof News.Cancelled ? Method.CANCEL : Method.REQUEST;
        var booking = announcement.booking();
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Rhomboid//Rhomboid//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(method == Method.CANCEL ? ImmutableMethod.CANCEL : ImmutableMethod.REQUEST);
        calendar.add(ZoneComponent.of(booking.zone(), booking.start()));
        calendar.add(event(announcement, language, method));
        return new CalendarFile(method, text(calendar));
    }

    private VEvent event(Announcement announcement, Language language, Method method) {
        var booking = announcement.booking();
        var clinic = announcement.clinic();
        var said = Facts.of(announcement, language, announcement.occurredAt());
        var event = new VEvent(false);
        event.add(new Uid(announcement.bookingId() + "@" + sender.domain()));
        event.add(new Sequence(Math.toIntExact(announcement.version())));
        event.add(new DtStamp(announcement.occurredAt()));
        event.add(start(booking.start(), booking.zone()));
        event.add(end(booking.end(), booking.zone()));
        event.add(new Summary(language.say("calendar.summary", said.therapist(), said.clinic())));
        event.add(new Description(
                said.contact() == null
                        ? language.say("calendar.description", said.reference(), said.clinic())
                        : language.say(
                                "calendar.description.contact", said.reference(), said.clinic(), said.contact())));
        var place = new ArrayList<String>();
        place.add(said.clinic());
        place.addAll(said.address());
        event.add(new Location(String.join(", ", place)));
        event.add(new Geo(
                BigDecimal.valueOf(clinic.coordinates().latitude()),
                BigDecimal.valueOf(clinic.coordinates().longitude())));
        event.add(method == Method.CANCEL ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(method == Method.CANCEL ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        event.add(new Organizer(mailto(clinic.email() == null ? sender.address() : clinic.email()))
                .add(new Cn(parameter(said.clinic()))));
        // Who booked has said yes already: no buttons, no answer to a desk that expects none.
        event.add(new Attendee(mailto(announcement.client().email()))
                .add(new Cn(parameter(said.name().isEmpty() ? said.reference() : said.name())))
                .add(Role.REQ_PARTICIPANT)
                .add(PartStat.ACCEPTED)
                .add(Rsvp.FALSE));
        return event;
    }

    // Wall-clock times with the zone's name beside them. Given a ZonedDateTime, ical4j would reckon by zone data of its
    // own, which is not always the JDK's.

    private static DtStart<?> start(Instant instant, ZoneId zone) {
        return isSecondOfTwo(instant, zone)
                ? new DtStart<>(instant)
                : new DtStart<>(LocalDateTime.ofInstant(instant, zone)).add(new TzId(zone.getId()));
    }

    private static DtEnd<?> end(Instant instant, ZoneId zone) {
        return isSecondOfTwo(instant, zone)
                ? new DtEnd<>(instant)
                : new DtEnd<>(LocalDateTime.ofInstant(instant, zone)).add(new TzId(zone.getId()));
    }

    /** In the hour that the clock shows twice, a wall-clock time means the first (RFC 5545, 3.3.5); the second is UTC. */
    private static boolean isSecondOfTwo(Instant instant, ZoneId zone) {
        var offsets = zone.getRules().getValidOffsets(LocalDateTime.ofInstant(instant, zone));
        return offsets.size() > 1 && !offsets.getFirst().equals(zone.getRules().getOffset(instant));
    }

    /** A parameter's value can't carry a double quote, whatever it is wrapped in. */
    private static String parameter(String text) {
        return text.replace('"', '\'');
    }

    private static URI mailto(String address) {
        try {
            return new URI("mailto", address, null);
        } catch (URISyntaxException e) {
            // Then it is no address either, and the post will say so.
            return URI.create("invalid:nomail");
        }
    }

    private static String text(Calendar calendar) {
        var text = new StringWriter();
        try {
            new CalendarOutputter().output(calendar, text);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return fold(text.toString().replace("\r\n ", ""));
    }

    /** Lines of at most 75 bytes (RFC 5545, 3.1), cut between letters: the library counts letters instead. */
    private static String fold(String lines) {
        var folded = new StringBuilder();
        int bytes = 0;
        for (int i = 0; i < lines.length(); i += Character.charCount(lines.codePointAt(i))) {
            int letter = lines.codePointAt(i);
            int size = letter < 0x80 ? 1 : letter < 0x800 ? 2 : letter < 0x10000 ? 3 : 4;
            if (letter == '\r' || letter == '\n') {
                bytes = 0;
            } else if ((bytes += size) > LONGEST_LINE) {
                folded.append("\r\n ");
                bytes = 1 + size;
            }
            folded.appendCodePoint(letter);
        }
        return folded.toString();
    }
}
