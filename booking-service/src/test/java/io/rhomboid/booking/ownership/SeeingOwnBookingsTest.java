package io.rhomboid.booking.ownership;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.booking.Api;
import io.rhomboid.booking.WholeService;
import io.rhomboid.testing.identity.Issuer;

import static org.assertj.core.api.Assertions.assertThat;

@WholeService
class SeeingOwnBookingsTest {

    @Autowired
    Api api;

    private final Instant start =
            Instant.now().plus(6, ChronoUnit.DAYS).truncatedTo(ChronoUnit.DAYS).plus(10, ChronoUnit.HOURS);

    @Test
    void all_that_is_ones_own_is_seen_whatever_became_of_it_and_nothing_else() {
        var therapist = api.therapist();
        var mine = UUID.randomUUID() + "@own.example";
        var later = api.book(therapist, start.plus(Duration.ofDays(1)), mine);
        var sooner = api.hold(therapist, start, mine);
        api.book(therapist, start.plus(Duration.ofHours(3)), UUID.randomUUID() + "@own.example");
        api.put("/bookings/" + later.get("id").asString() + "/cancellation", 1, "{}");

        var seen = Api.json(api.get("/bookings/own", as(mine.toUpperCase())));

        assertThat(seen.get("bookings"))
                .extracting(one -> one.get("id").asString())
                .containsExactly(sooner.get("id").asString(), later.get("id").asString());
        assertThat(seen.get("bookings"))
                .extracting(one -> one.get("status").asString())
                .containsExactly("HELD", "CANCELLED");
        assertThat(seen.get("clientId").asString())
                .isEqualTo(sooner.get("clientId").asString());
        assertThat(seen.get("truncated").asBoolean()).isFalse();
    }

    @Test
    void who_was_never_here_or_has_no_verified_address_sees_nothing() {
        for (var mail : new String[] {UUID.randomUUID() + "@own.example", null}) {
            var seen = Api.json(api.get("/bookings/own", as(mail)));

            assertThat(seen.get("bookings")).isEmpty();
            assertThat(seen.path("clientId").isMissingNode()
                            || seen.get("clientId").isNull())
                    .isTrue();
        }
    }

    private static String[] as(String mail) {
        return new String[] {"Authorization", "Bearer " + Issuer.token("somebody-" + UUID.randomUUID(), mail)};
    }
}
