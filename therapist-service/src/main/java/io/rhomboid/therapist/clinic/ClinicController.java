package io.rhomboid.therapist.clinic;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import jakarta.validation.Valid;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
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
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.Coordinates;
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
import io.rhomboid.therapist.http.Near;
import io.rhomboid.therapist.photo.Photos;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;

/** Clinics over HTTP. */
@RestController
@RequestMapping("/api/v1/clinics")
class ClinicController {

    private static final Answers ANSWERS = new Answers("clinic");

    private final Records<ClinicId, Clinic> clinics;
    private final Records<TreatmentCode, Treatment> treatments;
    private final Records<TherapistId, Therapist> therapists;
    private final Photos photos;
    private final CancellationPresets presets;
    private final BodyHash hash;
    private final Clock clock;

    ClinicController(
            Records<ClinicId, Clinic> clinics,
            Records<TreatmentCode, Treatment> treatments,
            Records<TherapistId, Therapist> therapists,
            Photos photos,
            CancellationPresets presets,
            BodyHash hash,
            Clock clock) {
        this.clinics = clinics;
        this.treatments = treatments;
        this.therapists = therapists;
        this.photos = photos;
        this.presets = presets;
        this.hash = hash;
        this.clock = clock;
    }

    /** @param distanceKm as the crow flies, to 100 m; only when the question named a place */
    record ClinicView(
            ClinicId id,
            long version,
            @JsonUnwrapped @JsonIgnoreProperties("policy") Clinic clinic,
            PolicyView policy,
            @Nullable Double distanceKm) {}

    /**
     * @param cancellation the preset with these numbers, or CUSTOM
     * @param cancellationTerms what they mean for a client, in a sentence
     */
    record PolicyView(@JsonUnwrapped ClinicPolicy policy, String cancellation, String cancellationTerms) {}

    record ClinicList(List<ClinicView> clinics) {}

    /** All clinics by name, or the nearest first. */
    @Allowed(ANYONE)
    @GetMapping
    @CanRefuse("400 invalid-parameter: near is not a latitude and a longitude")
    ClinicList list(@RequestParam(required = false) @Nullable String near) {
        var all = clinics.all().stream();
        if (near == null) {
            return new ClinicList(all.map(this::view)
                    .sorted(Comparator.comparing(
                                    (ClinicView view) -> view.clinic().name())
                            .thenComparing(view -> view.id().value()))
                    .toList());
        }
        var place = Near.read(near);
        return new ClinicList(all.map(kept -> seenFrom(place, kept))
                .sorted(Comparator.comparingDouble((ClinicView view) ->
                                Distance.km(place, view.clinic().coordinates()))
                        .thenComparing(view -> view.id().value()))
                .toList());
    }

    /** 201 with the new clinic; the same again for the same key and body. */
    @Allowed(PLATFORM_ADMIN)
    @PostMapping
    @ApiResponse(
            responseCode = "201",
            description = "The new clinic",
            content = @Content(schema = @Schema(implementation = ClinicView.class)))
    ResponseEntity<?> create(IdempotencyKey key, @RequestBody @Valid ClinicRequest request) {
        var id = new ClinicId(key.idFor("clinics"));
        var outcome = clinics.create(id, key, hash.of(request), () -> asked(request, null));
        return ANSWERS.of(outcome, kept -> ANSWERS.created(kept, "/api/v1/clinics/" + kept.id(), view(kept)));
    }

    @Allowed(ANYONE)
    @GetMapping("/{id}")
    @CanRefuse("404 unknown-clinic: there is no such clinic")
    @ApiResponse(
            responseCode = "200",
            description = "The clinic, its version as ETag",
            content = @Content(schema = @Schema(implementation = ClinicView.class)))
    ResponseEntity<?> get(@PathVariable ClinicId id) {
        return clinics.find(id)
                .<ResponseEntity<?>>map(kept -> ANSWERS.ok(kept, view(kept)))
                .orElseGet(ANSWERS::unknown);
    }

    /**
     * Replaces the clinic; 200 with it as it now is. Rooms and equipment that are not named any more are gone, a field
     * that is left out is empty again; photos stay.
     */
    @Allowed(value = CLINIC_ADMIN, of = "clinic")
    @PutMapping("/{id}")
    @CanRefuse("404 unknown-clinic: there is no such clinic")
    @ApiResponse(
            responseCode = "200",
            description = "The clinic as it now is",
            content = @Content(schema = @Schema(implementation = ClinicView.class)))
    ResponseEntity<?> replace(
            @PathVariable ClinicId id, ExpectedVersion expected, @RequestBody @Valid ClinicRequest request) {
        return ANSWERS.ifCurrent(
                clinics.find(id),
                expected,
                seen -> ANSWERS.of(
                        clinics.replace(seen, asked(request, seen.state())), kept -> ANSWERS.ok(kept, view(kept))));
    }

    /** 204; sessions that are booked there stay, and are flagged for the desk. */
    @Allowed(PLATFORM_ADMIN)
    @DeleteMapping("/{id}")
    @CanRefuse({
        "404 unknown-clinic: there is no such clinic",
        "409 clinic-in-use: therapists have prices or hours there; names them"
    })
    @ApiResponse(responseCode = "204", description = "The clinic is gone")
    ResponseEntity<?> delete(@PathVariable ClinicId id, ExpectedVersion expected) {
        return ANSWERS.ifCurrent(clinics.find(id), expected, seen -> {
            var there = therapists.all().stream()
                    .filter(kept -> kept.state().worksAt(id))
                    .map(Kept::id)
                    .toList();
            if (!there.isEmpty()) {
                return Problem.of(
                                HttpStatus.CONFLICT,
                                "clinic-in-use",
                                there.size() + " therapists have prices or hours there. Take those out first.")
                        .with("therapists", there)
                        .answer();
            }
            seen.state().photos().forEach(photos::isAboutToGo);
            return ANSWERS.of(
                    clinics.delete(seen), _ -> ResponseEntity.noContent().build());
        });
    }

    private Clinic asked(ClinicRequest request, @Nullable Clinic before) {
        return request.toClinic(before, presets, code -> treatments.find(code).isPresent(), LocalDate.now(clock));
    }

    private ClinicView view(Kept<ClinicId, Clinic> kept) {
        return view(kept, null);
    }

    private ClinicView seenFrom(Coordinates place, Kept<ClinicId, Clinic> kept) {
        return view(kept, Math.round(Distance.km(place, kept.state().coordinates()) * 10) / 10.0);
    }

    private ClinicView view(Kept<ClinicId, Clinic> kept, @Nullable Double distanceKm) {
        var policy = kept.state().policy();
        return new ClinicView(
                kept.id(),
                kept.version(),
                kept.state(),
                new PolicyView(policy, presets.codeOf(policy), CancellationTerms.of(policy)),
                distanceKm);
    }
}
