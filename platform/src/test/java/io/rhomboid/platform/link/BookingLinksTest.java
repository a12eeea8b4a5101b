package io.rhomboid.platform.link;

import java.net.URI;
import java.time.Instant;
import java.util.Base64;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.link.BookingLinks.Guest;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

class BookingLinksTest {

    static final Instant NOON = Instant.parse("2026-11-21T12:00:00Z");

    final BookingId booking = new BookingId(UUID.randomUUID());
    final ClientId client = new ClientId(UUID.randomUUID());
    final Guest guest = new Guest(booking, client);
    final BookingLinks links = links(1);

    static BookingLinks links(int seed) {
        var secret = new byte[32];
        secret[0] = (byte) seed;
        return new BookingLinks(
                new LinkSettings(Base64.getEncoder().encodeToString(secret), URI.create("https://clinic.example/")));
    }

    @Test
    void a_link_lets_its_client_in_and_is_the_same_each_time_it_is_told() {
        assertThat(links.read(links.link(booking, client))).contains(guest);
        assertThat(links.link(booking, client))
                .isEqualTo(links(1).link(booking, client))
                .hasSize(87);
        assertThat(links.address(booking, client))
                .hasToString("https://clinic.example/booking#" + links.link(booking, client));
    }

    @Test
    void another_secret_booking_or_client_makes_another_link() {
        assertThat(links(2).read(links.link(booking, client))).isEmpty();
        assertThat(links.link(new BookingId(UUID.randomUUID()), client)).isNotEqualTo(links.link(booking, client));
        assertThat(links.link(booking, new ClientId(UUID.randomUUID()))).isNotEqualTo(links.link(booking, client));
    }

    @Test
    void a_pass_is_good_until_its_time_is_over() {
        var pass = links.pass(guest, NOON);
        assertThat(links.admit(pass, NOON.minusSeconds(1))).contains(guest);
        assertThat(links.admit(pass, NOON)).isEmpty();
    }

    @Test
    void one_is_not_the_other() {
        assertThat(links.admit(links.link(booking, client), NOON)).isEmpty();
        assertThat(links.read(links.pass(guest, NOON))).isEmpty();
    }

    @Test
    void whichever_bit_is_changed_it_opens_nothing() {
        var bytes = Base64.getUrlDecoder().decode(links.link(booking, client));
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
                .isThrownBy(() -> new BookingLinks(new LinkSettings("c2hvcnQ=", URI.create("https://clinic.example"))));
    }
}
