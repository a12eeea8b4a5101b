package io.rhomboid.booking.vault;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.rhomboid.booking.vault.file.KeyFiles;
import io.rhomboid.booking.vault.json.JsonTexts;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.platform.events.EventJson;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class SealingTest {

    static final Field MEDICATION = new Field("intake.medication", 1);
    static final String CANARY = "canary-" + UUID.randomUUID();

    final ClientId jo = new ClientId(UUID.randomUUID());
    final ClientId ana = new ClientId(UUID.randomUUID());
    final KeptKeys keys = new KeptKeys();

    @TempDir
    Path folder = Path.of(".");

    Vault vault = new Vault(keys, new KeyFiles(folder), Clock.systemUTC());

    @BeforeEach
    void a_key() throws Exception {
        vault = new Vault(keys, new KeyFiles(folder), Clock.systemUTC());
        newKey("2026-01");
    }

    @Test
    void what_was_sealed_is_opened_as_what_it_was_and_can_be_read_nowhere() {
        var sealed = seal(jo, MEDICATION);

        assertThat(new String(sealed, UTF_8)).doesNotContain(CANARY);
        assertThat(seal(jo, MEDICATION)).as("never the same bytes twice").isNotEqualTo(sealed);
        assertThat(open(jo, MEDICATION, sealed)).isEqualTo(CANARY);
    }

    @Test
    void it_is_opened_for_no_other_client_as_no_other_field_and_of_no_other_schema() {
        var sealed = seal(jo, MEDICATION);
        seal(ana, MEDICATION);

        assertThatThrownBy(() -> open(ana, MEDICATION, sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> open(jo, new Field("intake.words", 1), sealed)).isInstanceOf(SealBroken.class);
        assertThatThrownBy(() -> open(jo, new Field("intake.medication", 2), sealed))
                .isInstanceOf(SealBroken.class);
    }

    @Test
    void whatever_bit_is_turned_it_is_noticed() {
        var sealed = seal(jo, MEDICATION);

        for (int bit = 0; bit < sealed.length * 8; bit++) {
            var turned = sealed.clone();
            turned[bit / 8] ^= (byte) (1 << bit % 8);
            assertThatThrownBy(() -> open(jo, MEDICATION, turned)).isInstanceOf(SealBroken.class);
        }
        assertThatThrownBy(() -> open(jo, MEDICATION, new byte[3])).isInstanceOf(SealBroken.class);
    }

    @Test
    void a_key_of_one_client_is_no_key_of_another() {
        seal(jo, MEDICATION);
        var josKey = keys.find(jo).orElseThrow().key().orElseThrow();
        keys.add(ana, josKey);

        assertThatThrownBy(() -> vault.toOpen(ana)).isInstanceOf(SealBroken.class);
    }

    @Test
    void who_was_forgotten_can_be_read_no_more_and_gets_no_other_key() {
        seal(jo, MEDICATION);

        vault.forget(jo);
        vault.forget(ana);

        assertThat(vault.toOpen(jo)).isEmpty();
        assertThat(vault.toSeal(jo)).isEmpty();
        assertThat(vault.toSeal(ana)).isEmpty();
    }

    @Test
    void another_key_wraps_anew_what_the_former_one_did_and_what_is_sealed_stays() throws Exception {
        var sealed = seal(jo, MEDICATION);
        seal(ana, MEDICATION);
        vault.forget(ana);
        newKey("2026-02");
        assertThat(open(jo, MEDICATION, sealed)).isEqualTo(CANARY);

        assertThat(vault.rewrapSome()).isEqualTo(1);
        assertThat(vault.rewrapSome()).isZero();
        Files.delete(folder.resolve("2026-01"));

        assertThat(open(jo, MEDICATION, sealed)).isEqualTo(CANARY);
        assertThat(vault.toOpen(ana)).isEmpty();
    }

    @Test
    void without_its_key_nothing_is_lost_but_has_to_wait() throws Exception {
        var sealed = seal(jo, MEDICATION);
        var key = Files.readString(folder.resolve("2026-01"));
        Files.delete(folder.resolve("2026-01"));

        assertThatThrownBy(() -> vault.toOpen(jo)).isInstanceOf(KeysAway.class);
        assertThatThrownBy(() -> vault.toSeal(ana)).isInstanceOf(KeysAway.class);

        for (var wrong : List.of("", "no Base64!", "c2hvcnQ=")) {
            Files.writeString(folder.resolve("2026-01"), wrong);
            assertThatThrownBy(() -> vault.toOpen(jo)).isInstanceOf(KeysAway.class);
        }
        Files.writeString(folder.resolve("2026-01"), key);
        assertThat(open(jo, MEDICATION, sealed)).isEqualTo(CANARY);
    }

    @Test
    void short_answers_can_not_be_told_apart_by_their_length() {
        record Answers(boolean pregnant, String words) {}
        var texts = new JsonTexts<>(Answers.class, EventJson.mapper());
        try (var seals = vault.toSeal(jo).orElseThrow()) {
            var said = texts.of(new Answers(true, "ä".repeat(70)));
            var yes = SealedFields.seal(seals, "answers", 1, said);
            var no = SealedFields.seal(seals, "answers", 1, texts.of(new Answers(false, "")));

            assertThat(yes.fields()).containsOnlyKeys("pregnant", "words");
            assertThat(yes.fields().get("pregnant")).hasSameSizeAs(no.fields().get("pregnant"));
            assertThat(texts.from(yes.open(seals, "answers"))).isEqualTo(new Answers(true, "ä".repeat(70)));
            var swapped = new SealedFields(
                    1,
                    Map.of(
                            "pregnant", no.fields().get("words"),
                            "words", no.fields().get("pregnant")));
            assertThatThrownBy(() -> swapped.open(seals, "answers")).isInstanceOf(SealBroken.class);
        }
    }

    private byte[] seal(ClientId client, Field field) {
        try (var seals = vault.toSeal(client).orElseThrow()) {
            return seals.seal(field, CANARY);
        }
    }

    private String open(ClientId client, Field field, byte[] sealed) {
        try (var seals = vault.toOpen(client).orElseThrow()) {
            return seals.open(field, sealed);
        }
    }

    private void newKey(String name) throws Exception {
        Files.writeString(folder.resolve(name), Base64.getEncoder().encodeToString(Envelope.newKey()) + "\n");
    }
}
