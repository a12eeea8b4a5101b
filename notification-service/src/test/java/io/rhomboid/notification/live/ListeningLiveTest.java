package io.rhomboid.notification.live;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.notification.HandClock;
import io.rhomboid.notification.inbox.Entry;
import io.rhomboid.notification.inbox.Reader;
import io.rhomboid.notification.live.Live.Answer.Opened;
import io.rhomboid.notification.recipient.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class ListeningLiveTest {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");
    static final ClinicId CLINIC = new ClinicId(UUID.randomUUID());
    static final ClientId JO = new ClientId(UUID.randomUUID());
    static final TherapistId MIRA = new TherapistId(UUID.randomUUID());
    static final Scope AT_THE_DESK = new Scope.OfClinic(CLINIC);

    final HandClock clock = new HandClock(NOON);
    final KnownEntries entries = new KnownEntries();
    final Live one = live();
    final Live other = live();
    final Map<Integer, Long> offsets = new HashMap<>(Map.of(0, 10L, 1, 20L));

    Live live() {
        var live = new Live(entries, 100, 3, clock);
        live.begin(Map.of(0, 10L, 1, 20L));
        return live;
    }

    @Test
    void the_desk_hears_of_its_clinic_clients_and_therapists_of_what_is_theirs_and_nobody_of_the_rest()
            throws Exception {
        var desk = open(one, "desk", AT_THE_DESK, null);
        var client = open(one, "jo", new Scope.Own(Set.of(JO), Set.of()), null);
        var therapist = open(one, "mira", new Scope.Own(Set.of(), Set.of(MIRA)), null);
        var stranger = open(one, "eve", new Scope.Own(Set.of(new ClientId(UUID.randomUUID())), Set.of()), null);
        var change = happen(0, CLINIC);

        for (var stream : List.of(desk, client, therapist)) {
            assertThat(said(stream)).extracting(ListeningLiveTest::word).containsExactly("hello", change);
        }
        assertThat(said(stranger)).extracting(ListeningLiveTest::word).containsExactly("hello");
        happen(0, new ClinicId(UUID.randomUUID()));
        assertThat(said(desk)).isEmpty();
    }

    @Test
    void who_comes_back_to_another_instance_hears_what_they_missed_and_nothing_twice() throws Exception {
        var first = open(one, "desk", AT_THE_DESK, null);
        happen(0, CLINIC);
        happen(1, CLINIC);
        var last = said(first).getLast().position().toString();
        first.close();
        var missed = List.of(happen(1, CLINIC), happen(0, CLINIC));

        var second = open(other, "desk", AT_THE_DESK, last);

        assertThat(said(second))
                .extracting(ListeningLiveTest::word)
                .containsExactly("hello", missed.get(0), missed.get(1));
    }

    @Test
    void wherever_a_stream_breaks_off_it_goes_on_without_a_gap() throws Exception {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var happened = new ArrayList<String>();
        var heard = new ArrayList<String>();
        var stream = open(one, "desk", AT_THE_DESK, null);
        var last = stream.next(Duration.ZERO).orElseThrow().position().toString();
        for (int i = 0; i < 500; i++) {
            happened.add(happen(random.nextInt(2), CLINIC));
            if (random.nextInt(4) == 0) {
                // It breaks off in the middle: what was waiting is lost.
                for (var left = random.nextInt(12); left > 0; left--) {
                    var tick = stream.next(Duration.ZERO).orElse(null);
                    if (tick == null) break;
                    last = tick.position().toString();
                    if (tick instanceof Tick.Changed) heard.add(word(tick));
                }
                stream.close();
                stream = open(random.nextBoolean() ? one : other, "desk", AT_THE_DESK, last);
                var hello = stream.next(Duration.ZERO).orElseThrow();
                assertThat(hello).isInstanceOf(Tick.Hello.class);
                last = hello.position().toString();
            }
        }
        for (var tick : said(stream)) heard.add(word(tick));

        assertThat(heard).as("seed %d", seed).containsAll(happened).doesNotContain("reload");
    }

    @Test
    void who_was_away_too_long_or_brings_nonsense_is_told_to_ask_for_everything_anew() throws Exception {
        var stream = open(one, "desk", AT_THE_DESK, null);
        var last = said(stream).getLast().position().toString();
        for (int i = 0; i < 5_001; i++) happen(0, CLINIC);

        for (var id : List.of(last, "nonsense", "1/0", "9".repeat(200))) {
            var back = open(other, "desk", AT_THE_DESK, id);
            assertThat(said(back)).extracting(ListeningLiveTest::word).containsExactly("hello", "reload");
            back.close();
        }
    }

    @Test
    void who_reads_too_slowly_is_told_to_ask_for_everything_anew_and_holds_up_nobody() throws Exception {
        var slow = open(one, "slow", AT_THE_DESK, null);
        for (int i = 0; i < 300; i++) happen(0, CLINIC);

        assertThat(said(slow))
                .extracting(ListeningLiveTest::word)
                .startsWith("reload")
                .hasSizeLessThan(256);
    }

    @Test
    void what_another_instance_put_into_an_inbox_is_found_and_said_once() throws Exception {
        var desk = open(one, "desk", AT_THE_DESK, null);
        said(desk);
        clock.forward(Duration.ofSeconds(1));
        entries.add(entry("one", Subject.of(CLINIC)));
        entries.add(entry("not theirs", Subject.of(JO)));
        one.look();
        one.look();
        assertThat(said(desk)).extracting(ListeningLiveTest::word).containsExactly("one");

        var here = entry("two", Subject.of(CLINIC));
        entries.add(here);
        one.arrived(here);
        one.look();
        assertThat(said(desk)).extracting(ListeningLiveTest::word).containsExactly("two");
    }

    @Test
    void what_came_into_the_inbox_meanwhile_is_said_at_the_come_back() throws Exception {
        var desk = open(one, "desk", AT_THE_DESK, null);
        var last = said(desk).getLast().position().toString();
        desk.close();
        clock.forward(Duration.ofMinutes(10));
        entries.add(entry("meanwhile", Subject.of(CLINIC)));

        assertThat(said(open(other, "desk", AT_THE_DESK, last)))
                .extracting(ListeningLiveTest::word)
                .containsExactly("hello", "meanwhile");
    }

    @Test
    void one_person_has_a_few_streams_and_gets_another_when_one_has_ended() throws Exception {
        var streams = List.of(
                open(one, "desk", AT_THE_DESK, null),
                open(one, "desk", AT_THE_DESK, null),
                open(one, "desk", AT_THE_DESK, null));
        var reader = new Reader("desk", Set.of());
        assertThat(one.open(reader, AT_THE_DESK, null)).isEqualTo(new Live.Answer.TooManyOfYours(3));

        streams.getFirst().close();
        assertThat(one.open(reader, AT_THE_DESK, null)).isInstanceOf(Opened.class);
        one.close();
        assertThat(one.count()).isZero();
        assertThat(streams.getLast().isOpen()).isFalse();
    }

    @Test
    void after_a_gap_in_what_is_heard_everybody_is_told_to_ask_for_everything_anew() throws Exception {
        var desk = open(one, "desk", AT_THE_DESK, null);
        said(desk);
        one.begin(Map.of(0, 15L, 1, 20L));

        assertThat(said(desk)).extracting(ListeningLiveTest::word).containsExactly("reload");
    }

    LiveStream open(Live live, String person, Scope scope, @Nullable String last) {
        return ((Opened) live.open(new Reader(person, Set.of(Subject.of(CLINIC))), scope, last)).stream();
    }

    /** On every instance, each by itself. */
    String happen(int partition, ClinicId clinic) {
        var offset = offsets.merge(partition, 1L, Long::sum) - 1;
        var change = new Change(
                partition,
                offset,
                new BookingId(UUID.randomUUID()),
                1,
                "BookingConfirmed",
                clinic,
                clinic.equals(CLINIC) ? Set.of(MIRA) : Set.of(),
                clinic.equals(CLINIC) ? Set.of(JO) : Set.of());
        one.changed(change);
        other.changed(change);
        return change.bookingId().toString();
    }

    Entry entry(String id, Subject recipient) {
        return new Entry(id, recipient, "confirmation", "Title", "Text", null, clock.instant(), false);
    }

    static List<Tick> said(LiveStream stream) throws InterruptedException {
        var said = new ArrayList<Tick>();
        for (var tick = stream.next(Duration.ZERO); tick.isPresent(); tick = stream.next(Duration.ZERO)) {
            said.add(tick.get());
        }
        return said;
    }

    static String word(Tick tick) {
        return switch (tick) {
            case Tick.Hello _ -> "hello";
            case Tick.Reload _ -> "reload";
            case Tick.Arrived(var entry, var _) -> entry.id();
            case Tick.Changed(var change, var _) -> change.bookingId().toString();
        };
    }
}
