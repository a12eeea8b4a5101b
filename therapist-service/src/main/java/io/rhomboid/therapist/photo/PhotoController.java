package io.rhomboid.therapist.photo;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Who;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.store.Records;
import io.rhomboid.therapist.therapist.TherapistView;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;

/** Photos over HTTP: the body is the file itself, at most {@link #MOST_BYTES}. */
@RestController
@RequestMapping("/api/v1")
class PhotoController {

    /** The gateway bounds at the same size. */
    static final int MOST_BYTES = 5 * 1024 * 1024;

    private static final Answers THERAPIST = new Answers("therapist");
    private static final Answers CLINIC = new Answers("clinic");
    private static final Answers PHOTO = new Answers("photo");
    private static final int MOST_OF_A_CLINIC = 12;

    private static final String JPEG = MediaType.IMAGE_JPEG_VALUE;
    private static final String PNG = MediaType.IMAGE_PNG_VALUE;
    private static final String WEBP = "image/webp";

    private final Photos photos;
    private final Records<TherapistId, Therapist> therapists;
    private final Records<ClinicId, Clinic> clinics;

    /** Decoding is heavy on processor and memory: one at a time; who waits too long is asked to come again. */
    private final Semaphore easel = new Semaphore(1);

    PhotoController(Photos photos, Records<TherapistId, Therapist> therapists, Records<ClinicId, Clinic> clinics) {
        this.photos = photos;
        this.therapists = therapists;
        this.clinics = clinics;
    }

    /** @param photos of the clinic, paths, the one to show first first */
    record ClinicPhotos(List<String> photos) {}

    /**
     * Gives a therapist this photo instead of what was there; 200 with the therapist as they now are. The file is judged
     * by what is in it, turned upright and written anew in two sizes; place, camera and comments are not kept.
     */
    @Allowed(
            value = {Who.THERAPIST, CLINIC_ADMIN},
            of = "therapist")
    @PutMapping(
            path = "/therapists/{id}/photo",
            consumes = {JPEG, PNG, WEBP})
    @CanRefuse({
        "400 unreadable-image: it is no JPEG, PNG or WebP that can be read",
        "404 unknown-therapist: there is no such therapist",
        "413 body-too-large: more than 5 MiB",
        "415 unsupported-media-type: Content-Type is not one of the three",
        "422 unfit-image: too many pixels, or too few",
        "503 overloaded: too many photos at once; try again"
    })
    @RequestBody(
            required = true,
            content = @Content(mediaType = JPEG, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "200",
            description = "The therapist as they now are",
            content = @Content(schema = @Schema(implementation = TherapistView.class)))
    ResponseEntity<?> showTherapist(@PathVariable TherapistId id, ExpectedVersion expected, HttpServletRequest request)
            throws IOException, InterruptedException {
        var found = therapists.find(id);
        // Whoever comes in vain is told before anything is drawn.
        if (found.isEmpty() || found.get().version() != expected.value()) {
            return THERAPIST.ifCurrent(found, expected, _ -> THERAPIST.unknown());
        }
        var photo = taken(request);
        var seen = found.get();
        marked(seen.state());
        return THERAPIST.of(
                therapists.replace(seen, seen.state().withPhoto(photo.path())),
                kept -> THERAPIST.ok(kept, TherapistView.of(kept)));
    }

    /** 204; the therapist has no photo then, also if there was none. */
    @Allowed(
            value = {Who.THERAPIST, CLINIC_ADMIN},
            of = "therapist")
    @DeleteMapping("/therapists/{id}/photo")
    @CanRefuse("404 unknown-therapist: there is no such therapist")
    @ApiResponse(responseCode = "204", description = "It is gone; the therapist's version as ETag")
    ResponseEntity<?> hideTherapist(@PathVariable TherapistId id, ExpectedVersion expected) {
        return THERAPIST.ifCurrent(therapists.find(id), expected, seen -> {
            marked(seen.state());
            return THERAPIST.of(therapists.replace(seen, seen.state().withPhoto(null)), kept -> gone(kept.version()));
        });
    }

    /**
     * Adds a photo behind the clinic's others; 201 with all of them, the same again for the same key and file. A photo
     * that is there already stays where it is.
     */
    @Allowed(value = CLINIC_ADMIN, of = "clinic")
    @PostMapping(
            path = "/clinics/{id}/photos",
            consumes = {JPEG, PNG, WEBP})
    @CanRefuse({
        "400 unreadable-image: it is no JPEG, PNG or WebP that can be read",
        "404 unknown-clinic: there is no such clinic",
        "409 too-many-photos: the clinic has 12; delete one first",
        "413 body-too-large: more than 5 MiB",
        "415 unsupported-media-type: Content-Type is not one of the three",
        "422 unfit-image: too many pixels, or too few",
        "503 overloaded: too many photos at once; try again"
    })
    @RequestBody(
            required = true,
            content = @Content(mediaType = JPEG, schema = @Schema(type = "string", format = "binary")))
    @ApiResponse(
            responseCode = "201",
            description = "The clinic's photos, its version as ETag, where the new one is as Location",
            content = @Content(schema = @Schema(implementation = ClinicPhotos.class)))
    ResponseEntity<?> addToClinic(@PathVariable ClinicId id, IdempotencyKey key, HttpServletRequest request)
            throws IOException, InterruptedException {
        if (clinics.find(id).isEmpty()) return CLINIC.unknown();
        var photo = taken(request);
        return CLINIC.of(
                clinics.add(id, key, photo.value(), before -> before.withPhotos(with(photo, before))),
                kept -> CLINIC.created(
                        kept, photo.path(), new ClinicPhotos(kept.state().photos())));
    }

    /** 204; the ETag is the clinic's. */
    @Allowed(value = CLINIC_ADMIN, of = "clinic")
    @DeleteMapping("/clinics/{id}/photos/{photoId}")
    @CanRefuse({"404 unknown-clinic: there is no such clinic", "404 unknown-photo: this clinic has no such photo"})
    @ApiResponse(responseCode = "204", description = "It is gone; the clinic's version as ETag")
    ResponseEntity<?> removeFromClinic(
            @PathVariable ClinicId id, @PathVariable PhotoId photoId, ExpectedVersion expected) {
        return CLINIC.ifCurrent(clinics.find(id), expected, seen -> {
            var left = new ArrayList<>(seen.state().photos());
            if (!left.remove(photoId.path())) return PHOTO.unknown();
            photos.isAboutToGo(photoId);
            return CLINIC.of(clinics.replace(seen, seen.state().withPhotos(left)), kept -> gone(kept.version()));
        });
    }

    /**
     * The picture as a JPEG: {@code small} is a square of 160 pixels, {@code large} is up to 800 wide. What is at an
     * address never changes, so it may be kept for ever.
     */
    @Allowed(ANYONE)
    @GetMapping("/photos/{photoId}")
    @CanRefuse({"400 invalid-parameter: photoId or size is not of its form", "404 unknown-photo: there is no such photo"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The picture",
            content = @Content(mediaType = JPEG, schema = @Schema(type = "string", format = "binary")))
    ResponseEntity<?> get(
            @PathVariable PhotoId photoId,
            @RequestParam(defaultValue = "large") @Schema(allowableValues = {"small", "large"}) String size) {
        if (!size.equals("small") && !size.equals("large")) {
            return Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "size must be small or large")
                    .field("size", "must be small or large")
                    .answer();
        }
        return photos.find(photoId, size)
                .<ResponseEntity<?>>map(jpeg -> ResponseEntity.ok()
                        .contentType(MediaType.IMAGE_JPEG)
                        .eTag('"' + photoId.value() + "-" + size + '"')
                        .cacheControl(CacheControl.maxAge(Duration.ofDays(365))
                                .cachePublic()
                                .immutable())
                        .header("X-Content-Type-Options", "nosniff")
                        .body(jpeg))
                .orElseGet(PHOTO::unknown);
    }

    /** Reads, draws and keeps what was sent. */
    private PhotoId taken(HttpServletRequest request) throws IOException, InterruptedException {
        var sent = request.getInputStream().readNBytes(MOST_BYTES + 1);
        if (sent.length > MOST_BYTES) {
            throw new ProblemException(Problem.of(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "body-too-large",
                    "A photo may have " + MOST_BYTES + " bytes at most."));
        }
        var id = PhotoId.of(sent);
        photos.put(id, drawn(sent));
        return id;
    }

    private Picture.Reading.Drawn drawn(byte[] sent) throws InterruptedException {
        if (!easel.tryAcquire(3, TimeUnit.SECONDS)) {
            throw new ProblemException(Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "overloaded",
                            "Too many photos at once. Try again in a moment.")
                    .retryAfter(Duration.ofSeconds(2)));
        }
        try {
            return switch (Picture.read(sent)) {
                case Picture.Reading.Drawn drawn -> drawn;
                case Picture.Reading.Unreadable() ->
                    throw new ProblemException(Problem.of(
                            HttpStatus.BAD_REQUEST,
                            "unreadable-image",
                            "This is no JPEG, PNG or WebP that we can read. Open it in a photo program, save it as JPEG"
                                    + " and send that."));
                case Picture.Reading.Unfit(var why) ->
                    throw new ProblemException(Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unfit-image", why));
            };
        } finally {
            easel.release();
        }
    }

    private void marked(Therapist before) {
        if (before.photo() != null) photos.isAboutToGo(before.photo());
    }

    private static List<String> with(PhotoId photo, Clinic before) {
        var all = new ArrayList<>(before.photos());
        if (all.contains(photo.path())) return all;
        if (all.size() >= MOST_OF_A_CLINIC) {
            throw new ProblemException(Problem.of(
                    HttpStatus.CONFLICT,
                    "too-many-photos",
                    "This clinic has " + MOST_OF_A_CLINIC + " photos, which is the most. Delete one first."));
        }
        all.add(photo.path());
        return all;
    }

    private static ResponseEntity<?> gone(long version) {
        return ResponseEntity.noContent().eTag(ExpectedVersion.etag(version)).build();
    }
}
