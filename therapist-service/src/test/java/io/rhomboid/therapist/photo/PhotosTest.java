package io.rhomboid.therapist.photo;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.time.Instant;
import java.util.Random;
import java.util.UUID;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

import io.rhomboid.therapist.Api;
import io.rhomboid.therapist.Api.Answer;
import io.rhomboid.therapist.Examples;
import io.rhomboid.therapist.ServiceTest;

import static io.rhomboid.therapist.photo.Camera.developed;
import static io.rhomboid.therapist.photo.Camera.file;
import static io.rhomboid.therapist.photo.Camera.fourFields;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

@ServiceTest
class PhotosTest {

    static final Instant LATER = Instant.now().plus(Duration.ofHours(1));

    @Autowired
    Api api;

    @Autowired
    Photos photos;

    @Autowired
    PhotoSweep sweep;

    @Test
    void a_therapist_is_shown_and_hidden_again() throws Exception {
        var therapist = api.post("/therapists", Examples.therapist()).location();

        var shown = put(therapist, "\"1\"", "image/png", picture());
        assertThat(shown.status()).as("%s", shown.body()).isEqualTo(200);
        assertThat(shown.etag()).isEqualTo("\"2\"");
        assertThat(shown.text("/photo")).startsWith("/api/v1/photos/");
        var small = developed(fetched(shown.text("/photo") + "?size=small").body());
        assertThat(small.getWidth()).isEqualTo(160);

        var hidden = api.delete(therapist + "/photo", "\"2\"");
        assertThat(hidden.status()).isEqualTo(204);
        assertThat(hidden.etag()).isEqualTo("\"3\"");
        assertThat(api.get(therapist).json().path("photo").isMissingNode()).isTrue();
    }

    @Test
    void a_change_of_the_profile_keeps_the_photo() {
        var therapist = api.post("/therapists", Examples.therapist()).location();
        var photo = put(therapist, "\"1\"", "image/png", picture()).text("/photo");

        assertThat(api.put(therapist, "\"2\"", Examples.therapist().put("name", "Mira Lindner"))
                        .text("/photo"))
                .isEqualTo(photo);
    }

    @Test
    void a_photo_may_be_kept_for_ever_and_is_never_taken_for_anything_else() throws Exception {
        var photo = post(clinic(), UUID.randomUUID().toString(), picture()).location();
        var answer = fetched(photo);

        assertThat(answer.headers().firstValue("Content-Type")).hasValue("image/jpeg");
        assertThat(answer.headers().firstValue("Cache-Control"))
                .hasValueSatisfying(it -> assertThat(it).contains("immutable", "public", "max-age=31536000"));
        assertThat(answer.headers().firstValue("X-Content-Type-Options")).hasValue("nosniff");

        var etag = answer.headers().firstValue("ETag").orElseThrow();
        assertThat(api.send(api.request(photo).header("If-None-Match", etag).GET())
                        .status())
                .isEqualTo(304);
        assertThat(fetched(photo + "?size=small").headers().firstValue("ETag"))
                .isNotEqualTo(answer.headers().firstValue("ETag"));
    }

    @Test
    void a_clinic_shows_many_and_each_once() {
        var clinic = clinic();
        var key = UUID.randomUUID().toString();
        var one = picture();
        var first = post(clinic, key, one);
        assertThat(first.status()).as("%s", first.body()).isEqualTo(201);
        assertThat(post(clinic, key, one).json()).isEqualTo(first.json());
        assertThat(post(clinic, key, picture()).problem()).isEqualTo("idempotency-key-reused");
        var second = post(clinic, UUID.randomUUID().toString(), picture());
        assertThat(post(clinic, UUID.randomUUID().toString(), one).json().at("/photos"))
                .hasSize(2);

        assertThat(api.get(clinic).json().at("/photos")).isEqualTo(second.json().at("/photos"));
        var changed = api.put(clinic, api.get(clinic).etag(), Examples.clinic());
        assertThat(changed.json().at("/photos")).isEqualTo(second.json().at("/photos"));

        var id = first.location().substring("/api/v1/photos/".length());
        assertThat(api.delete(clinic + "/photos/" + id, changed.etag()).status())
                .isEqualTo(204);
        assertThat(api.get(clinic).json().at("/photos")).hasSize(1);
        assertThat(api.delete(clinic + "/photos/" + id, api.get(clinic).etag()).problem())
                .isEqualTo("unknown-photo");
    }

    @Test
    void a_clinic_has_twelve_at_most() {
        var clinic = clinic();
        for (int i = 0; i < 12; i++) post(clinic, UUID.randomUUID().toString(), picture());

        var oneMore = post(clinic, UUID.randomUUID().toString(), picture());
        assertThat(oneMore.status()).isEqualTo(409);
        assertThat(oneMore.problem()).isEqualTo("too-many-photos");
    }

    @Test
    void what_nobody_shows_any_more_is_swept_away_and_the_rest_stays() {
        var therapist = api.post("/therapists", Examples.therapist()).location();
        var shared = picture();
        var old = put(therapist, "\"1\"", "image/png", shared).text("/photo");
        post(clinic(), UUID.randomUUID().toString(), shared);
        var lonely = put(therapist, "\"2\"", "image/png", picture()).text("/photo");
        put(therapist, "\"3\"", "image/png", picture());

        photos.sweep(Instant.now(), sweep::isShown);
        assertThat(api.send(api.request(lonely).HEAD()).status()).isEqualTo(200);

        photos.sweep(LATER, sweep::isShown);
        assertThat(api.send(api.request(lonely).HEAD()).status()).isEqualTo(404);
        assertThat(api.send(api.request(old).HEAD()).status()).isEqualTo(200);
        assertThat(api.send(api.request(api.get(therapist).text("/photo")).HEAD())
                        .status())
                .isEqualTo(200);
    }

    @Test
    void a_photo_that_is_put_again_while_it_goes_stays() {
        var id = PhotoId.of(picture());
        var drawn = new Picture.Reading.Drawn(new byte[] {1}, new byte[] {2});
        photos.put(id, drawn);
        var put = Instant.now();

        photos.sweep(LATER, asked -> {
            // Between the question and the removal, somebody sends it once more.
            if (asked.equals(id)) await().until(() -> Instant.now().isAfter(put.plusMillis(1)));
            if (asked.equals(id)) photos.put(id, drawn);
            return false;
        });

        assertThat(photos.find(id, "small")).isPresent();
    }

    @ParameterizedTest
    @CsvSource({
        "image/jpeg, 400, unreadable-image",
        "application/json, 415, unsupported-media-type",
        "image/gif, 415, unsupported-media-type"
    })
    void what_is_no_picture_is_refused(String type, int status, String problem) {
        var therapist = api.post("/therapists", Examples.therapist()).location();
        var answer = put(therapist, "\"1\"", type, "{}".getBytes());

        assertThat(answer.status()).isEqualTo(status);
        assertThat(answer.problem()).isEqualTo(problem);
        assertThat(api.get(therapist).etag()).isEqualTo("\"1\"");
    }

    @Test
    void what_is_too_large_or_too_small_or_too_late_is_refused() {
        var therapist = api.post("/therapists", Examples.therapist()).location();

        assertThat(put(therapist, "\"1\"", "image/jpeg", new byte[PhotoController.MOST_BYTES + 1])
                        .problem())
                .isEqualTo("body-too-large");
        assertThat(put(therapist, "\"1\"", "image/png", file(fourFields(50, 50), "png"))
                        .problem())
                .isEqualTo("unfit-image");
        assertThat(put(therapist, "\"7\"", "image/png", picture()).problem()).isEqualTo("version-changed");
        assertThat(put("/therapists/" + UUID.randomUUID(), "\"1\"", "image/png", picture())
                        .problem())
                .isEqualTo("unknown-therapist");
        assertThat(post("/clinics/" + UUID.randomUUID(), "key", picture()).problem())
                .isEqualTo("unknown-clinic");
    }

    @ParameterizedTest
    @CsvSource({
        "/photos/7, 400, invalid-parameter",
        "/photos/00000000000000000000000000000000, 404, unknown-photo",
        "/photos/00000000000000000000000000000000?size=huge, 400, invalid-parameter"
    })
    void a_photo_that_is_none_is_told(String path, int status, String problem) {
        assertThat(api.get(path).status()).isEqualTo(status);
        assertThat(api.get(path).problem()).isEqualTo(problem);
    }

    private String clinic() {
        return api.post("/clinics", Examples.clinic()).location();
    }

    private Answer put(String therapist, String etag, String type, byte[] file) {
        return api.send(api.request(therapist + "/photo")
                .header("Content-Type", type)
                .header("If-Match", etag)
                .PUT(BodyPublishers.ofByteArray(file)));
    }

    private Answer post(String clinic, String key, byte[] file) {
        return api.send(api.request(clinic + "/photos")
                .header("Content-Type", "image/png")
                .header("Idempotency-Key", key)
                .POST(BodyPublishers.ofByteArray(file)));
    }

    private HttpResponse<byte[]> fetched(String path) throws IOException, InterruptedException {
        try (var http = java.net.http.HttpClient.newHttpClient()) {
            return http.send(api.request(path).GET().build(), BodyHandlers.ofByteArray());
        }
    }

    /** Each another one. */
    private static byte[] picture() {
        var image = fourFields(200, 160);
        var random = new Random();
        for (int i = 0; i < 20; i++) image.setRGB(i, 0, random.nextInt());
        return file(image, "png");
    }
}
