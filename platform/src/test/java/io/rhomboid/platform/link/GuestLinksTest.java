package io.rhomboid.platform.link;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class GuestLinksTest {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final BookingId booking = new BookingId(UUID.randomUUID());
    final ClientId client = new ClientId(UUID.randomUUID());
    final Guest guest = Guest.of(booking, client);
    final GuestLinks links = links(1);

    static GuestLinks links(int seed) {
        var secret = new byte[32];
        secret[0] = (byte) seed;
        return new GuestLinks(
                new LinkSettings(Base64.getEncoder().encodeToString(secret), URI.create("https://clinic.example/")));
    }

    @Test
    void a_link_lets_its_client_in_and_is_the_same_each_time_it_is_told() {
        assertThat(links.read(links.link(guest))).contains(guest);
        assertThat(links.link(guest)).isEqualTo(links(1).link(guest)).hasSize(87);
        assertThat(links.address(guest)).hasToString("https://clinic.example/booking#" + links.link(guest));
    }

    @Test
    void another_secret_booking_or_client_makes_another_link() {
        assertThat(links(2).read(links.link(guest))).isEmpty();
        assertThat(links.link(Guest.of(new BookingId(UUID.randomUUID()), client)))
                .isNotEqualTo(links.link(guest));
        assertThat(links.link(Guest.of(booking, new ClientId(UUID.randomUUID()))))
                .isNotEqualTo(links.link(guest));
    }

    @Test
    void a_pass_is_good_until_its_time_is_over() {
        var pass = links.pass(guest, NOON);
        assertThat(links.admit(pass, NOON.minusSeconds(1))).contains(guest);
        assertThat(links.admit(pass, NOON)).isEmpty();
    }

    @Test
    void one_is_not_the_other() {
        assertThat(links.admit(links.link(guest), NOON)).isEmpty();
        assertThat(links.read(links.pass(guest, NOON))).isEmpty();
    }

    @Test
    void each_thing_has_links_of_its_own_and_opens_on_its_page() {
        var id = booking.value();
        var series = Guest.of(new SeriesId(id), client);
        var place = Guest.of(new WaitlistEntryId(id), client);
        for (var one : List.of(guest, series, place)) {
            assertThat(links.read(links.link(one))).contains(one);
            assertThat(links.admit(links.pass(one, NOON), NOON.minusSeconds(1))).contains(one);
            assertThat(links.admit(links.link(one), NOON)).isEmpty();
        }
        assertThat(links.address(series)).hasToString("https://clinic.example/series#" + links.link(series));
        assertThat(links.address(place)).hasToString("https://clinic.example/offer#" + links.link(place));
    }

    @Test
    void whichever_bit_is_changed_it_opens_nothing() {
        var bytes = Base64.getUrlDecoder().decode(links.link(guest));
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(links.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .isEmpty();
        }
        for (var text : new String[] {"", "=", "no link", "AQ", "\0", "AQ".repeat(5_000)}) {
            assertThat(links.read(text)).isEmpty();
            assertThat(links.admit(text, NOON)).isEmpty();
        }
    }

    @Test
    void a_short_secret_is_refused() {
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new GuestLinks(new LinkSettings("c2hvcnQ=", URI.create("https://clinic.example"))));
    }
}
