package io.rhomboid.gateway.watch;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;
import org.slf4j.event.KeyValuePair;

import static io.rhomboid.gateway.watch.SecurityEvent.CREDENTIALS_REFUSED;
import static io.rhomboid.gateway.watch.SecurityEvent.RATE_EXCEEDED;
import static org.assertj.core.api.Assertions.assertThat;

class SecurityLogTest {

    Logger logger = (Logger) LoggerFactory.getLogger("io.rhomboid.security");
    ListAppender<ILoggingEvent> lines = new ListAppender<>();
    SimpleMeterRegistry meters = new SimpleMeterRegistry();
    AtomicLong nanos = new AtomicLong();
    SecurityLog record = new SecurityLog(new WatchSettings(50, Duration.ofMinutes(10)), meters, nanos::get);

    @BeforeEach
    void listen() {
        lines.start();
        // Whatever another test of this JVM has made of it.
        logger.setLevel(Level.INFO);
        logger.addAppender(lines);
    }

    @AfterEach
    void stopListening() {
        logger.detachAppender(lines);
        logger.setLevel(null);
    }

    List<ILoggingEvent> at(Level level) {
        return lines.list.stream().filter(line -> line.getLevel() == level).toList();
    }

    double count(String meter, SecurityEvent event) {
        return meters.counter(meter, "event", event.id()).count();
    }

    @Test
    void every_event_is_counted_and_few_are_written_down() {
        for (var i = 0; i < 1_000; i++) record.note(RATE_EXCEEDED, "192.0.2.1");

        assertThat(count("rhomboid.security.events", RATE_EXCEEDED)).isEqualTo(1_000);
        assertThat(at(Level.WARN)).hasSize(10); // 1, 2, 4 … 512
        assertThat(at(Level.WARN).getLast().getKeyValuePairs())
                .contains(
                        new KeyValuePair("event.action", "rate-exceeded"),
                        new KeyValuePair("source.ip", "192.0.2.1"),
                        new KeyValuePair("event.count", 512L));
    }

    @Test
    void who_keeps_at_it_is_told_of_once() {
        for (var i = 0; i < 49; i++) record.note(CREDENTIALS_REFUSED, "192.0.2.1");
        assertThat(at(Level.ERROR)).isEmpty();

        for (var i = 0; i < 200; i++) record.note(CREDENTIALS_REFUSED, "192.0.2.1");
        assertThat(at(Level.ERROR)).hasSize(1);
        assertThat(count("rhomboid.security.alarms", CREDENTIALS_REFUSED)).isEqualTo(1);
    }

    @Test
    void many_who_fail_now_and_then_are_no_alarm() {
        for (var i = 0; i < 1_000; i++) record.note(CREDENTIALS_REFUSED, "visitor " + i % 40);

        assertThat(at(Level.ERROR)).isEmpty();
    }

    @Test
    void after_a_while_it_is_counted_anew() {
        for (var i = 0; i < 49; i++) record.note(CREDENTIALS_REFUSED, "192.0.2.1");
        nanos.addAndGet(Duration.ofMinutes(11).toNanos());
        record.note(CREDENTIALS_REFUSED, "192.0.2.1");
        assertThat(at(Level.ERROR)).isEmpty();

        for (var i = 0; i < 49; i++) record.note(CREDENTIALS_REFUSED, "192.0.2.1");
        assertThat(at(Level.ERROR)).hasSize(1);
    }

    @Test
    void whose_session_begins_and_ends_is_written_down_each_time() {
        record.signedIn("192.0.2.1", "a-person");
        record.signedIn("192.0.2.1", "a-person");
        record.signedOut("192.0.2.1", "a-person");

        assertThat(at(Level.INFO)).hasSize(3);
        assertThat(at(Level.INFO).getLast().getKeyValuePairs())
                .contains(
                        new KeyValuePair("event.action", "signed-out"),
                        new KeyValuePair("source.ip", "192.0.2.1"),
                        new KeyValuePair("user.id", "a-person"));
        assertThat(meters.counter("rhomboid.sessions", "event", "signed-in").count())
                .isEqualTo(2);
    }

    @Test
    void what_has_not_happened_yet_is_a_zero_and_not_a_gap() {
        assertThat(meters.find("rhomboid.security.events").counters()).hasSize(SecurityEvent.values().length);
        assertThat(meters.find("rhomboid.security.alarms").counters()).hasSize(SecurityEvent.values().length);
    }
}
