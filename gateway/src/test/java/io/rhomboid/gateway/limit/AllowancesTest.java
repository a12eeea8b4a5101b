package io.rhomboid.gateway.limit;

import java.time.Duration;
import java.util.ArrayDeque;
import java.util.HashMap;
import java.util.Map;
import java.util.Random;

import io.github.bucket4j.TimeMeter;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;

import io.rhomboid.gateway.header.Visitor;
import io.rhomboid.gateway.limit.LimitSettings.Rates;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class AllowancesTest {

    /** A clock that is set by hand. */
    static final class ByHand implements TimeMeter {

        long nanos;

        void pass(Duration duration) {
            nanos += duration.toNanos();
        }

        @Override
        public long currentTimeNanos() {
            return nanos;
        }

        @Override
        public boolean isWallClockBased() {
            return false;
        }
    }

    ByHand clock = new ByHand();
    Rate ten = Rate.of("10/1m");
    Allowances allowances = new Allowances(new Rates(ten, ten, ten, ten, ten).byKind(1), 100, clock);

    @Test
    void all_may_come_at_once_and_then_one_by_one() {
        for (var i = 9; i >= 0; i--) {
            var left = allowances.draw(Asked.SEARCH, "a");
            assertThat(left.granted()).isTrue();
            assertThat(left.left()).isEqualTo(i);
        }
        var refused = allowances.draw(Asked.SEARCH, "a");
        assertThat(refused.granted()).isFalse();
        assertThat(refused.next()).isEqualTo(Duration.ofSeconds(6));
        assertThat(refused.whole()).isEqualTo(Duration.ofMinutes(1));

        clock.pass(Duration.ofSeconds(6));
        assertThat(allowances.draw(Asked.SEARCH, "a").granted()).isTrue();
        assertThat(allowances.draw(Asked.SEARCH, "a").granted()).isFalse();
    }

    @Test
    void one_kind_and_one_visitor_take_nothing_from_another() {
        for (var i = 0; i < 11; i++) allowances.draw(Asked.SEARCH, "a");

        assertThat(allowances.draw(Asked.SEARCH, "a").granted()).isFalse();
        assertThat(allowances.draw(Asked.CREATE, "a").granted()).isTrue();
        assertThat(allowances.draw(Asked.SEARCH, "b").granted()).isTrue();
    }

    @Test
    void never_grants_more_than_it_should_in_any_stretch_of_time() {
        var seed = System.nanoTime();
        System.out.println("seed " + seed);
        var random = new Random(seed);
        var granted = new HashMap<String, ArrayDeque<Long>>();
        for (var i = 0; i < 20_000; i++) {
            clock.nanos += random.nextLong(Duration.ofSeconds(2).toNanos());
            var visitor = String.valueOf((char) ('a' + random.nextInt(4)));
            if (!allowances.draw(Asked.SEARCH, visitor).granted()) continue;
            var moments = granted.computeIfAbsent(visitor, _ -> new ArrayDeque<>());
            moments.add(clock.nanos);
            while (moments.getFirst() <= clock.nanos - Duration.ofMinutes(1).toNanos()) moments.removeFirst();
            // A whole bucket at the start of the stretch and what came back during it.
            assertThat(moments.size()).as(visitor).isLessThanOrEqualTo(20);
        }
    }

    @Test
    void remembers_only_so_many_visitors_however_many_come() {
        for (var i = 0; i < 20_000; i++) allowances.draw(Asked.OTHER, "visitor " + i);

        assertThat(allowances.remembered()).isLessThanOrEqualTo(100);
    }

    @Test
    void forgets_who_has_not_asked_for_the_whole_time() {
        allowances.draw(Asked.OTHER, "a");
        clock.pass(Duration.ofSeconds(61));

        assertThat(allowances.remembered()).isZero();
    }

    @ParameterizedTest
    @CsvSource({
        "203.0.113.7,               203.0.113.7",
        "2001:db8:0:1:2:3:4:5,      2001:db8:0:1::/64",
        "2001:db8:0:1:ffff:0:0:9,   2001:db8:0:1::/64",
        "2001:db8:0:2:2:3:4:5,      2001:db8:0:2::/64",
        "0:0:0:0:0:0:0:1,           0:0:0:0::/64"
    })
    void a_visitor_is_an_address_or_the_network_that_somebody_with_ipv6_has(String address, String name) {
        assertThat(Asker.of(new Visitor(address, "https", null))).isEqualTo(name);
    }

    @ParameterizedTest
    @CsvSource({
        "GET,    /api/v1/availability,              SEARCH",
        "GET,    /api/v1/availability/explanation,  SEARCH",
        "GET,    /api/v1/therapists,                SEARCH",
        "GET,    /api/v1/therapists/7,              OTHER",
        "POST,   /api/v1/therapists/7/licences,     OTHER",
        "POST,   /api/v1/guide,                     SEARCH",
        "POST,   /api/v1/bookings,                  CREATE",
        "GET,    /api/v1/bookings/7,                OTHER",
        "PUT,    /api/v1/bookings/7/confirmation,   OTHER",
        "POST,   /api/v1/waitlist,                  CREATE",
        "POST,   /api/v1/reviews,                   CREATE",
        "GET,    /,                                 OTHER",
        "GET,    /openapi,                          OTHER"
    })
    void each_request_is_of_one_kind(String method, String path, Asked kind) {
        assertThat(Asked.of(HttpMethod.valueOf(method), PathContainer.parsePath(path)))
                .isEqualTo(kind);
    }

    @ParameterizedTest
    @ValueSource(strings = {"0/1m", "-1/1m", "10", "10/", "/1m", "many/1m", "10/soon", "10/1ms"})
    void a_rate_that_makes_no_sense_is_refused_at_the_start(String text) {
        assertThatThrownBy(() -> Rate.of(text)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest
    @CsvSource({"10/1m, 30, 300", "2000000000/1m, 30, 2147483647", "1000000000/1s, 30, 1000000000"})
    void a_rate_for_many_is_what_each_may_as_far_as_it_can_be_counted(String each, int people, int all) {
        var rate = Rate.of(each);
        assertThat(rate.times(people)).isEqualTo(new Rate(all, rate.window()));

        var many = new Allowances(new Rates(rate, rate, rate, rate, rate).byKind(people), 100, clock);
        assertThat(many.draw(Asked.SEARCH, "a").left()).isEqualTo(all - 1);
    }

    @Test
    void a_rate_is_read_as_it_is_written() {
        assertThat(Rate.of("240/1m")).isEqualTo(new Rate(240, Duration.ofMinutes(1)));
        assertThat(Map.of("a", Rate.of(" 5 / 30s "))).containsEntry("a", new Rate(5, Duration.ofSeconds(30)));
    }
}
