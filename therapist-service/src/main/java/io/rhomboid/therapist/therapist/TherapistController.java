package io.rhomboid.therapist.therapist;

import java.time.Clock;
import java.time.LocalDate;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.photo.Photos;
import io.rhomboid.therapist.review.Ratings;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** Therapists and their profiles over HTTP. */
@RestController
@RequestMapping("/api/v1/therapists")
class TherapistController {

    private static final Answers ANSWERS = new Answers("therapist");

    private final Records<TherapistId, Therapist> therapists;
    private final Records<TreatmentCode, Treatment> treatments;
    private final Records<ClinicId, Clinic> clinics;
    private final Ratings ratings;
    private final Photos photos;
    private final BodyHash hash;
    private final Clock clock;

    TherapistController(
            Records<TherapistId, Therapist> therapists,
            Records<TreatmentCode, Treatment> treatments,
            Records<ClinicId, Clinic> clinics,
            Ratings ratings,
            Photos photos,
            BodyHash hash,
            Clock clock) {
        this.therapists = therapists;
        this.treatments = treatments;
        this.clinics = clinics;
        this.ratings = ratings;
        this.photos = photos;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * 201 with the new therapist, still without licences, prices and hours; the same again for the same key and body.
     *
     * @param clinicId the clinic that takes them in, whose admins may go on with them; only the platform's may leave it out
     */
    @Allowed(value = CLINIC_ADMIN, of = "clinic", by = "clinicId")
    @PostMapping
    @CanRefuse("404 unknown-clinic: there is no such clinic")
    @ApiResponse(
            responseCode = "201",
            description = "The new therapist",
            content = @Content(schema = @Schema(implementation = TherapistView.class)))
    ResponseEntity<?> create(
            IdempotencyKey key,
            @RequestParam(required = false) @Nullable ClinicId clinicId,
            @RequestBody @Valid ProfileRequest request) {
        if (clinicId != null && clinics.find(clinicId).isEmpty()) return new Answers("clinic").unknown();
        var id = new TherapistId(key.idFor("therapists"));
        var outcome = therapists.create(
                id, key, hash.of(request), clinicId, () -> request.toTherapist(null, this::isKnown, today()));
        return ANSWERS.of(
                outcome, kept -> ANSWERS.created(kept, "/api/v1/therapists/" + kept.id(), TherapistView.of(kept)));
    }

    /** The whole therapist, also a draft or one who pauses; licences with their status and last day. */
    @Allowed(ANYONE)
    @GetMapping("/{id}")
    @CanRefuse("404 unknown-therapist: there is no such therapist")
    @ApiResponse(
            responseCode = "200",
            description = "The therapist, their version as ETag",
            content = @Content(schema = @Schema(implementation = TherapistView.class)))
    ResponseEntity<?> get(@PathVariable TherapistId id) {
        return therapists
                .find(id)
                .<ResponseEntity<?>>map(kept -> ANSWERS.ok(kept, TherapistView.of(kept, ratings.rating(id))))
                .orElseGet(ANSWERS::unknown);
    }

    /** Replaces the profile; 200 with the therapist as they now are. */
    @Allowed(
            value = {THERAPIST, CLINIC_ADMIN},
            of = "therapist")
    @PutMapping("/{id}")
    @CanRefuse("404 unknown-therapist: there is no such therapist")
    @ApiResponse(
            responseCode = "200",
            description = "The therapist as they now are",
            content = @Content(schema = @Schema(implementation = TherapistView.class)))
    ResponseEntity<?> replaceProfile(
            @PathVariable TherapistId id, ExpectedVersion expected, @RequestBody @Valid ProfileRequest request) {
        return ANSWERS.ifCurrent(
                therapists.find(id),
                expected,
                seen -> ANSWERS.of(
                        therapists.replace(seen, request.toTherapist(seen.state(), this::isKnown, today())),
                        kept -> ANSWERS.ok(kept, TherapistView.of(kept))));
    }

    /** 204; their licences, prices and hours go with them. Sessions that are booked stay, and are flagged for the desk. */
    @Allowed(PLATFORM_ADMIN)
    @DeleteMapping("/{id}")
    @CanRefuse({
        "404 unknown-therapist: there is no such therapist",
        "409 therapist-listed: they can be found and booked; pause them first"
    })
    @ApiResponse(responseCode = "204", description = "The therapist is gone")
    ResponseEntity<?> delete(@PathVariable TherapistId id, ExpectedVersion expected) {
        return ANSWERS.ifCurrent(therapists.find(id), expected, seen -> {
            if (seen.state().listing() == Therapist.Listing.LISTED) {
                return Problem.of(
                                HttpStatus.CONFLICT,
                                "therapist-listed",
                                "A listed therapist can't be deleted. Set listing to PAUSED first.")
                        .answer();
            }
            if (seen.state().photo() != null) photos.isAboutToGo(seen.state().photo());
            return ANSWERS.of(
                    therapists.delete(seen), _ -> ResponseEntity.noContent().build());
        });
    }

    private boolean isKnown(TreatmentCode code) {
        return treatments.find(code).isPresent();
    }

    private LocalDate today() {
        return LocalDate.now(clock);
    }
}
