package io.rhomboid.gateway.watch;

import java.util.EnumMap;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.Ticker;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/**
 * The record of security events.
 *
 * <p>Every event adds to {@code rhomboid.security.events}. A line is written for a visitor's first of a kind, and then
 * for the second, fourth, eighth…, so that who floods us does not flood the record; the line says how many there were.
 * Who reaches the number of the settings is told of once as an error and adds to {@code rhomboid.security.alarms}. All
 * in structured fields: {@code event.action}, {@code source.ip}, {@code event.count}.
 *
 * <p>Whose session begins and ends is written down, too, at a lower level and counted in {@code rhomboid.sessions}.
 *
 * <p>No address that was asked for, no body and no credential is ever in it. At most so many visitors are remembered as
 * fit into a few megabytes; who is forgotten is counted anew.
 */
@Component
public class SecurityLog {

    private static final Logger log = LoggerFactory.getLogger("io.rhomboid.security");
    private static final int REMEMBERED = 20_000;

    private final Cache<Seen, AtomicLong> counts;
    private final int alarmAfter;
    private final Map<SecurityEvent, Counter> events = new EnumMap<>(SecurityEvent.class);
    private final Map<SecurityEvent, Counter> alarms = new EnumMap<>(SecurityEvent.class);

    private final Counter begun;
    private final Counter ended;

    private record Seen(SecurityEvent event, String visitor) {}

    @Autowired
    SecurityLog(WatchSettings settings, MeterRegistry meters) {
        this(settings, meters, Ticker.systemTicker());
    }

    SecurityLog(WatchSettings settings, MeterRegistry meters, Ticker clock) {
        alarmAfter = settings.alarmAfter();
        counts = Caffeine.newBuilder()
                .maximumSize(REMEMBERED)
                .expireAfterWrite(settings.within())
                .ticker(clock)
                .build();
        begun = meters.counter("rhomboid.sessions", "event", "signed-in");
        ended = meters.counter("rhomboid.sessions", "event", "signed-out");
        // From the start, so that a graph shows zero and an alert can be written before there was one.
        for (var event : SecurityEvent.values()) {
            events.put(event, meters.counter("rhomboid.security.events", "event", event.id()));
            alarms.put(event, meters.counter("rhomboid.security.alarms", "event", event.id()));
        }
    }

    /** @param subject what the provider calls them */
    public void signedIn(String visitor, String subject) {
        begun.increment();
        session("signed-in", visitor, subject);
    }

    public void signedOut(String visitor, String subject) {
        ended.increment();
        session("signed-out", visitor, subject);
    }

    /** Not a failure, but what one wants to know after one: each is written down. */
    private void session(String action, String visitor, String subject) {
        log.atInfo()
                .addKeyValue("event.category", "authentication")
                .addKeyValue("event.action", action)
                .addKeyValue("source.ip", visitor)
                .addKeyValue("user.id", subject)
                .log("session");
    }

    /** @param visitor the address it came from */
    public void note(SecurityEvent event, String visitor) {
        events.get(event).increment();
        var count = counts.get(new Seen(event, visitor), _ -> new AtomicLong()).incrementAndGet();
        if (Long.bitCount(count) == 1) {
            log.atWarn()
                    .addKeyValue("event.category", "intrusion_detection")
                    .addKeyValue("event.action", event.id())
                    .addKeyValue("source.ip", visitor)
                    .addKeyValue("event.count", count)
                    .log("security event");
        }
        if (count == alarmAfter) {
            alarms.get(event).increment();
            log.atError()
                    .addKeyValue("event.category", "intrusion_detection")
                    .addKeyValue("event.kind", "alert")
                    .addKeyValue("event.action", event.id())
                    .addKeyValue("source.ip", visitor)
                    .addKeyValue("event.count", count)
                    .log("repeated failures of one visitor");
        }
    }
}
