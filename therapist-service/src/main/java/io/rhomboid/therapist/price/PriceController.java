package io.rhomboid.therapist.price;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.SessionPackage;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.staff.OwnParts;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;
import io.rhomboid.therapist.therapist.TherapistView;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** A therapist's price list over HTTP. */
@RestController
@RequestMapping("/api/v1/therapists/{id}/prices")
class PriceController {

    private static final Answers ANSWERS = new Answers("therapist");

    private final Records<TherapistId, Therapist> therapists;
    private final Records<ClinicId, Clinic> clinics;
    private final Records<TreatmentCode, Treatment> treatments;

    PriceController(
            Records<TherapistId, Therapist> therapists,
            Records<ClinicId, Clinic> clinics,
            Records<TreatmentCode, Treatment> treatments) {
        this.therapists = therapists;
        this.clinics = clinics;
        this.treatments = treatments;
    }

    /** What a therapist sells. */
    record Prices(List<Offer> offers, List<SessionPackage> packages) {}

    /** What the therapist sells: single sessions and packages. */
    @Allowed(ANYONE)
    @GetMapping
    @CanRefuse("404 unknown-therapist: there is no such therapist")
    @ApiResponse(
            responseCode = "200",
            description = "The price list; the ETag is the therapist's",
            content = @Content(schema = @Schema(implementation = Prices.class)))
    ResponseEntity<?> get(@PathVariable TherapistId id) {
        return therapists
                .find(id)
                .<ResponseEntity<?>>map(kept -> ANSWERS.ok(
                        kept, new Prices(kept.state().offers(), kept.state().packages())))
                .orElseGet(ANSWERS::unknown);
    }

    /**
     * Replaces the whole price list, packages too; 200 with the therapist as they now are. Bookings keep the price that
     * they were made for. A therapist can ask prices only at clinics they belong to; an admin sends what is stored of
     * other clinics as it is.
     */
    @Allowed(
            value = {THERAPIST, CLINIC_ADMIN},
            of = "therapist")
    @PutMapping
    @CanRefuse("404 unknown-therapist: there is no such therapist")
    @ApiResponse(
            responseCode = "200",
            description = "The therapist as they now are",
            content = @Content(schema = @Schema(implementation = TherapistView.class)))
    ResponseEntity<?> replace(
            @PathVariable TherapistId id, ExpectedVersion expected, @RequestBody @Valid PriceListRequest request) {
        return ANSWERS.ifCurrent(therapists.find(id), expected, seen -> {
            var next = request.toTherapist(
                    seen.state(), OwnParts.of(Access.current(), id), remembering(clinics), remembering(treatments));
            return ANSWERS.of(therapists.replace(seen, next), kept -> ANSWERS.ok(kept, TherapistView.of(kept)));
        });
    }

    /** Asks the store once for each id. */
    private static <I, S> Function<I, Optional<S>> remembering(Records<I, S> records) {
        Map<I, Optional<S>> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, it -> records.find(it).map(Kept::state));
    }
}
