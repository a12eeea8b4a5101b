package io.rhomboid.platform.link;

import java.net.URI;
import java.util.Base64;
import java.util.HashSet;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientId;

import static org.assertj.core.api.Assertions.assertThat;

class SecretsOfOneTest {

    final UUID id = UUID.randomUUID();
    final VoucherId voucher = new VoucherId(id);

    static LinkSettings settings(int seed) {
        var secret = new byte[32];
        secret[0] = (byte) seed;
        return new LinkSettings(Base64.getEncoder().encodeToString(secret), URI.create("https://clinic.example/"));
    }

    @Test
    void an_invitation_is_read_by_who_has_the_secret_and_leads_to_its_page() {
        var tokens = new InvitationTokens(settings(1));
        var token = tokens.token(id);

        assertThat(token).hasSize(66);
        assertThat(tokens.read(token)).contains(id);
        assertThat(new InvitationTokens(settings(1)).token(id)).isEqualTo(token);
        assertThat(tokens.address(id)).hasToString("https://clinic.example/invitation#" + token);
        assertThat(new InvitationTokens(settings(2)).read(token)).isEmpty();
        assertThat(tokens.read(token.substring(1))).isEmpty();
        assertThat(tokens.read("")).isEmpty();
        var link = new GuestLinks(settings(1)).link(Guest.of(new BookingId(id), new ClientId(id)));
        assertThat(tokens.read(link)).isEmpty();
        assertThat(new GuestLinks(settings(1)).read(token)).isEmpty();
    }

    @Test
    void whichever_bit_of_an_invitation_is_changed_it_is_none() {
        var tokens = new InvitationTokens(settings(1));
        var bytes = Base64.getUrlDecoder().decode(tokens.token(id));
        for (int bit = 0; bit < 8 * bytes.length; bit++) {
            var changed = bytes.clone();
            changed[bit / 8] ^= (byte) (1 << bit % 8);
            assertThat(tokens.read(Base64.getUrlEncoder().withoutPadding().encodeToString(changed)))
                    .isEmpty();
        }
    }

    @Test
    void a_gift_card_has_another_code_for_each_voucher_version_and_secret() {
        var codes = new GiftCardCodes(settings(1));
        var seen = new HashSet<String>();
        for (int version = 1; version <= 50; version++) {
            for (int seed = 1; seed <= 2; seed++) {
                var code = new GiftCardCodes(settings(seed)).code(voucher, version);
                assertThat(code).matches("GC(-[2-9A-HJKMNP-TV-Z]{4}){7}");
                seen.add(code);
            }
        }
        seen.add(codes.code(new VoucherId(UUID.randomUUID()), 1));

        assertThat(seen).hasSize(101);
        assertThat(codes.code(voucher, 7)).isEqualTo(new GiftCardCodes(settings(1)).code(voucher, 7));
    }

    @Test
    void a_webhooks_key_is_the_same_whenever_it_is_reckoned_and_another_for_each_endpoint_number_and_secret() {
        var keys = new HashSet<String>();
        for (int seed = 1; seed <= 2; seed++) {
            var webhooks = new WebhookKeys(settings(seed));
            for (long number = 1; number <= 3; number++) {
                assertThat(webhooks.key(id, number)).isEqualTo(webhooks.key(id, number));
                keys.add(Base64.getEncoder().encodeToString(webhooks.key(id, number)));
            }
            keys.add(Base64.getEncoder().encodeToString(webhooks.key(UUID.randomUUID(), 1)));
        }
        assertThat(keys).hasSize(8).allMatch(key -> Base64.getDecoder().decode(key).length == 32);
    }
}
