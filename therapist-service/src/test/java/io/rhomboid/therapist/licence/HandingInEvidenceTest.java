package io.rhomboid.therapist.licence;

import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.UUID;

import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;

import static org.assertj.core.api.Assertions.assertThat;

@ServiceTest
class HandingInEvidenceTest {

    static final byte[] PDF = "%PDF-1.7 of a licence".getBytes(StandardCharsets.US_ASCII);

    @Autowired
    Api api;

    @Autowired
    EvidenceFiles files;

    String therapist = "";
    String licence = "";
    String evidence = "";

    @BeforeEach
    void a_licence() {
        therapist = api.post("/therapists", Examples.therapist()).location();
        licence = api.post(therapist + "/licences", Examples.licence()).location();
        evidence = licence + "/evidence";
    }

    @Test
    void it_is_kept_as_it_came_and_the_next_one_takes_its_place() {
        assertThat(api.get(evidence).problem()).isEqualTo("unknown-evidence");

        assertThat(handIn(evidence, new byte[] {(byte) 0xFF, (byte) 0xD8, (byte) 0xFF, 1})
                        .text("/type"))
                .isEqualTo("image/jpeg");
        var answer = handIn(evidence, PDF);

        assertThat(answer.status()).isEqualTo(200);
        assertThat(answer.text("/type")).isEqualTo("application/pdf");
        assertThat(answer.json().at("/bytes").asInt()).isEqualTo(PDF.length);
        var id = LicenceId.of(licence.substring(licence.lastIndexOf('/') + 1));
        assertThat(files.find(id).orElseThrow().bytes()).isEqualTo(PDF);
        var fetched = api.bytes(evidence);
        assertThat(fetched.body()).isEqualTo(PDF);
        assertThat(fetched.headers().firstValue("Content-Disposition").orElse(""))
                .startsWith("attachment");
        assertThat(fetched.headers().firstValue("Cache-Control").orElse("")).contains("no-store");
    }

    @Test
    void it_is_what_its_bytes_say_whatever_it_is_called() {
        var answer = handIn(evidence, "<script>alert(1)</script>".getBytes(StandardCharsets.US_ASCII));

        assertThat(answer.status()).isEqualTo(415);
        assertThat(answer.problem()).isEqualTo("not-a-document");
        assertThat(handIn(evidence, new byte[0]).problem()).isEqualTo("not-a-document");
    }

    @Test
    void five_megabytes_are_the_most() {
        assertThat(handIn(evidence, Arrays.copyOf(PDF, Evidence.MOST)).status()).isEqualTo(200);
        assertThat(handIn(evidence, Arrays.copyOf(PDF, Evidence.MOST + 1)).problem())
                .isEqualTo("body-too-large");
    }

    @Test
    void nothing_is_handed_in_once_somebody_has_decided() {
        api.put(licence + "/verification", api.get(therapist).etag(), Api.json("{'status': 'VERIFIED'}"));

        assertThat(handIn(evidence, PDF).problem()).isEqualTo("licence-decided");
        assertThat(handIn(therapist + "/licences/" + UUID.randomUUID() + "/evidence", PDF)
                        .problem())
                .isEqualTo("unknown-licence");
    }

    private Answer handIn(String path, byte[] bytes) {
        return api.send(
                api.request(path).header("Content-Type", "application/pdf").PUT(BodyPublishers.ofByteArray(bytes)));
    }
}
