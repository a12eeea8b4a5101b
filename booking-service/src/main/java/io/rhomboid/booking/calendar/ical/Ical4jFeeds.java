package io.rhomboid.booking.calendar.ical;

import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.LinkedHashMap;
import java.util.List;

import net.fortuna.ical4j.model.ParameterList;
import net.fortuna.ical4j.model.component.VEvent;
import net.fortuna.ical4j.model.parameter.Value;
import net.fortuna.ical4j.model.property.Description;
import net.fortuna.ical4j.model.property.DtStamp;
import net.fortuna.ical4j.model.property.LastModified;
import net.fortuna.ical4j.model.property.Location;
import net.fortuna.ical4j.model.property.ProdId;
import net.fortuna.ical4j.model.property.RefreshInterval;
import net.fortuna.ical4j.model.property.Sequence;
import net.fortuna.ical4j.model.property.Summary;
import net.fortuna.ical4j.model.property.Uid;
import net.fortuna.ical4j.model.property.XProperty;
import net.fortuna.ical4j.model.property.immutable.ImmutableCalScale;
import net.fortuna.ical4j.model.property.immutable.ImmutableStatus;
import net.fortuna.ical4j.model.property.immutable.ImmutableTransp;
import net.fortuna.ical4j.model.property.immutable.ImmutableVersion;

import io.rhomboid.booking.calendar.Calendar;
import io.rhomboid.booking.calendar.Calendar.Entry;
import io.rhomboid.booking.calendar.CalendarWriter;
import io.rhomboid.platform.ical.CalendarText;
import io.rhomboid.platform.ical.WallTimes;
import io.rhomboid.platform.ical.ZoneComponent;

/**
 * A feed as Google's, Apple's and Outlook's calendars want it: no METHOD, for nobody is invited; how often to look again
 * in the words of RFC 7986 and in Outlook's.
 */
public final class Ical4jFeeds implements CalendarWriter {

    private static final Duration LOOK_AGAIN = Duration.ofHours(1);

    /** From when until when there are entries in a zone. */
    private record Span(Instant from, Instant until) {

        Span with(Span other) {
            return new Span(
                    from.isBefore(other.from) ? from : other.from, until.isAfter(other.until) ? until : other.until);
        }
    }

    @Override
    public String write(Calendar calendar) {
        var written = new net.fortuna.ical4j.model.Calendar();
        written.add(new ProdId("-//Rhomboid//Rhomboid//EN"));
        written.add(ImmutableVersion.VERSION_2_0);
        written.add(ImmutableCalScale.GREGORIAN);
        written.add(new XProperty("X-WR-CALNAME", calendar.name()));
        written.add(new RefreshInterval(new ParameterList(List.of(Value.DURATION)), LOOK_AGAIN));
        written.add(new XProperty("X-PUBLISHED-TTL", LOOK_AGAIN.toString()));
        var zones = new LinkedHashMap<ZoneId, Span>();
        for (var entry : calendar.entries()) {
            zones.merge(
                    entry.zone(), new Span(entry.slot().start(), entry.slot().end()), Span::with);
        }
        // A calendar must have something in it.
        if (zones.isEmpty()) zones.put(ZoneId.of("UTC"), new Span(Instant.EPOCH, Instant.EPOCH));
        zones.forEach((zone, span) -> written.add(ZoneComponent.of(zone, span.from(), span.until())));
        calendar.entries().forEach(entry -> written.add(event(entry)));
        return CalendarText.of(written);
    }

    private static VEvent event(Entry entry) {
        var event = new VEvent(false);
        event.add(new Uid(entry.uid()));
        event.add(new Sequence(Math.toIntExact(entry.version())));
        event.add(new DtStamp(entry.changedAt()));
        event.add(new LastModified(entry.changedAt()));
        event.add(WallTimes.start(entry.slot().start(), entry.zone()));
        event.add(WallTimes.end(entry.slot().end(), entry.zone()));
        event.add(new Summary(entry.summary()));
        event.add(new Location(entry.location()));
        if (entry.description() != null) event.add(new Description(entry.description()));
        event.add(entry.cancelled() ? ImmutableStatus.VEVENT_CANCELLED : ImmutableStatus.VEVENT_CONFIRMED);
        event.add(entry.cancelled() ? ImmutableTransp.TRANSPARENT : ImmutableTransp.OPAQUE);
        return event;
    }
}
