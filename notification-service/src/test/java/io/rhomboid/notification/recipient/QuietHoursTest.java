package io.rhomboid.notification.recipient;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalTime;
import java.time.ZoneId;
import java.util.Random;

import org.junit.jupiter.api.Test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class QuietHoursTest {

    static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");
    static final QuietHours NIGHT = QuietHours.USUAL;

    @Test
    void what_comes_at_night_waits_for_the_morning() {
        assertThat(NIGHT.notBefore(at("2026-11-20T22:30:00Z"), BERLIN)).isEqualTo(at("2026-11-21T06:00:00Z"));
        assertThat(NIGHT.notBefore(at("2026-11-21T02:00:00Z"), BERLIN)).isEqualTo(at("2026-11-21T06:00:00Z"));
        assertThat(NIGHT.notBefore(at("2026-11-21T06:00:00Z"), BERLIN)).isEqualTo(at("2026-11-21T06:00:00Z"));
    }

    @Test
    void or_is_told_on_the_evening_before() {
        assertThat(NIGHT.notAfter(at("2026-11-21T02:00:00Z"), BERLIN)).isEqualTo(at("2026-11-20T21:00:00Z"));
        assertThat(NIGHT.notAfter(at("2026-11-20T21:00:00Z"), BERLIN)).isEqualTo(at("2026-11-20T21:00:00Z"));
        assertThat(NIGHT.notAfter(at("2026-11-20T20:59:00Z"), BERLIN)).isEqualTo(at("2026-11-20T20:59:00Z"));
    }

    @Test
    void a_zone_of_ones_own_counts_more_than_the_clinics() {
        var abroad = new QuietHours(LocalTime.of(22, 0), LocalTime.of(7, 0), ZoneId.of("America/New_York"));

        assertThat(abroad.notBefore(at("2026-11-21T09:00:00Z"), BERLIN)).isEqualTo(at("2026-11-21T12:00:00Z"));
    }

    @Test
    void the_night_in_which_the_clocks_change_ends_when_the_clock_on_the_wall_says_so() {
        assertThat(NIGHT.notBefore(at("2026-03-28T23:00:00Z"), BERLIN)).isEqualTo(at("2026-03-29T05:00:00Z"));
        assertThat(NIGHT.notBefore(at("2026-10-24T23:00:00Z"), BERLIN)).isEqualTo(at("2026-10-25T06:00:00Z"));
    }

    @Test
    void walked_minute_by_minute_the_answers_are_the_same() {
        var seed = System.nanoTime();
        var random = new Random(seed);
        var zones = new String[] {"Europe/Berlin", "Australia/Lord_Howe", "Asia/Kathmandu", "America/New_York"};
        for (int i = 0; i < 300; i++) {
            var zone = ZoneId.of(zones[random.nextInt(zones.length)]);
            var from = LocalTime.of(random.nextInt(24), random.nextInt(60));
            var until = from.plusMinutes(1 + random.nextInt(24 * 60 - 1));
            var quiet = new QuietHours(from, until, null);
            // Times that the wall clock skips or has twice are another test's.
            var moment = at("2026-06-10T00:00:00Z").plus(Duration.ofMinutes(random.nextInt(20_000)));

            var naive = moment;
            while (isQuiet(from, until, naive, zone)) naive = naive.plus(Duration.ofMinutes(1));

            assertThat(quiet.notBefore(moment, zone))
                    .as("seed %d, %s %s", seed, quiet, moment)
                    .isEqualTo(naive);
        }
    }

    private static boolean isQuiet(LocalTime from, LocalTime until, Instant moment, ZoneId zone) {
        // How many minutes since they began last, and how many they last.
        var time = moment.atZone(zone).toLocalTime();
        var since = Math.floorMod(Duration.between(from, time).toMinutes(), 24 * 60);
        return since < Math.floorMod(Duration.between(from, until).toMinutes(), 24 * 60);
    }

    @Test
    void a_night_that_never_ends_is_none() {
        assertThatThrownBy(() -> new QuietHours(LocalTime.NOON, LocalTime.NOON, null))
                .hasMessage("must end at another time than they begin");
    }

    private static Instant at(String text) {
        return Instant.parse(text);
    }
}
