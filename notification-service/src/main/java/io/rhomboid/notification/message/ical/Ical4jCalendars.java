package io.rhomboid.notification.message.ical;

import java.math.BigDecimal;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;

import net.fortuna.ical4j.model.Calendar;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Cn;
import net.fortuna.ical4j.model.parameter.PartStat;
import net.fortuna.ical4j.model.parameter.Role;
import net.fortuna.ical4j.model.parameter.Rsvp;
import net.fortuna.ical4j.model.property.Attendee;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
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
import io.rhomboid.platform.ical.CalendarText;
import io.rhomboid.platform.ical.WallTimes;
import io.rhomboid.platform.ical.ZoneComponent;

/**
 * One session, or one visit of several, as one calendar entry: the same UID through all its changes, the booking's version as SEQUENCE. Says
 * where, when and with whom, and nothing of why: calendars are shared with colleagues.
 */
public final class Ical4jCalendars implements CalendarWriter {

    private final Sender sender;

    public Ical4jCalendars(Sender sender) {
        this.sender = sender;
    }

    @Override
    public CalendarFile write(Announcement announcement, Language language) {
        var method = announcement.news() instanceof News.Cancelled ? Method.CANCEL : Method.REQUEST;
        return write(List.of(announcement), method, language);
    }

    @Override
    public CalendarFile write(List<Announcement> announcements, Language language) {
        return write(announcements, Method.PUBLISH, language);
    }

    private CalendarFile write(List<Announcement> announcements, Method method, Language language) {
        var calendar = new Calendar();
        calendar.add(new ProdId("-//Rhomboid//Rhomboid//EN"));
        calendar.add(ImmutableVersion.VERSION_2_0);
        calendar.add(ImmutableCalScale.GREGORIAN);
        calendar.add(
                switch (method) {
                    case REQUEST -> ImmutableMethod.REQUEST;
                    case PUBLISH -> ImmutableMethod.PUBLISH;
                    case CANCEL -> ImmutableMethod.CANCEL;
                });
        // All at one clinic, and so in one zone; the earliest first.
        var first = announcements.getFirst().booking();
        calendar.add(ZoneComponent.of(
                first.zone(), first.start(), announcements.getLast().booking().visitEnd()));
        for (var announcement : announcements) calendar.add(event(announcement, language, method));
        return new CalendarFile(method, CalendarText.of(calendar));
    }

    private VEvent event(Announcement announcement, Language language, Method method) {
        var booking = announcement.booking();
        var clinic = announcement.clinic();
        var said = Facts.of(announcement, language, null, announcement.occurredAt());
        var event = new VEvent(false);
        event.add(new Uid(announcement.bookingId() + "@" + sender.domain()));
        event.add(new Sequence(Math.toIntExact(announcement.version())));
        event.add(new DtStamp(announcement.occurredAt()));
        event.add(WallTimes.start(booking.start(), booking.zone()));
        event.add(WallTimes.end(booking.visitEnd(), booking.zone()));
        event.add(new Summary(language.say("calendar.summary", said.get("therapist"), said.get("clinic"))));
        event.add(new Description(
                !said.has("contact")
                        ? language.say("calendar.description", said.get("reference"), said.get("clinic"))
                        : language.say(
                                "calendar.description.contact",
                                said.get("reference"),
                                said.get("clinic"),
                                said.get("contact"))));
        var place = new ArrayList<String>();
        place.add(said.get("clinic"));
        place.addAll(said.get("address").lines().toList());
        event.add(new Location(String.join(", ", place)));
        event.add(new Geo(
                BigDecimal.valueOf(clinic.coordinates().latitude()),
                BigDecimal.valueOf(clinic.coordinates().longitude())));
        boolean cancelled = announcement.news() instanceof News.Cancelled;
        event.add(cancelled ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(cancelled ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        event.add(new Organizer(mailto(clinic.email() == null ? sender.address() : clinic.email()))
                .add(new Cn(parameter(said.get("clinic")))));
        // What is published is for whoever reads it, and must name nobody as invited.
        if (method == Method.PUBLISH) return event;
        // Who booked has said yes already: no buttons, no answer to a desk that expects none.
        event.add(new Attendee(mailto(announcement.client().email()))
                .add(new Cn(parameter(said.get("name").isEmpty() ? said.get("reference") : said.get("name"))))
                .add(Role.REQ_PARTICIPANT)
                .add(PartStat.ACCEPTED)
                .add(Rsvp.FALSE));
        return event;
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
}
