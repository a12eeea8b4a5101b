package io.rhomboid.therapist.treatment;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.UnaryOperator;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.TreatmentLengths;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.http.Findings;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;

/** How long a treatment may last at one clinic, over HTTP; part of the clinic, whose version it shares. */
@Allowed(value = CLINIC_ADMIN, of = "clinic")
@RestController
@RequestMapping("/api/v1/clinics/{id}/treatments/{code}/lengths")
class ClinicLengthsController {

    private static final Answers CLINIC = new Answers("clinic");
    private static final Answers TREATMENT = new Answers("treatment");

    private final Records<ClinicId, Clinic> clinics;
    private final Records<TreatmentCode, Treatment> treatments;
    private final Records<TherapistId, Therapist> therapists;

    ClinicLengthsController(
            Records<ClinicId, Clinic> clinics,
            Records<TreatmentCode, Treatment> treatments,
            Records<TherapistId, Therapist> therapists) {
        this.clinics = clinics;
        this.treatments = treatments;
        this.therapists = therapists;
    }

    record Lengths(@NotEmpty @Size(max = 20) List<@NotNull Integer> lengthsMinutes) {}

    /**
     * How long the treatment may last here now.
     *
     * @param version of the clinic
     * @param pricesLeft prices at this clinic for lengths that it no longer offers; they can be booked until the
     *     therapist takes them off the price list
     */
    record ClinicLengths(
            ClinicId clinicId,
            TreatmentCode treatment,
            long version,
            List<Integer> lengthsMinutes,
            List<PriceLeft> pricesLeft) {}

    record PriceLeft(TherapistId therapistId, String name, int lengthMinutes, Money price) {}

    /** 200 with the lengths, and the prices that no longer fit them. */
    @PutMapping
    @CanRefuse({
        "404 unknown-clinic: there is no such clinic",
        "404 unknown-treatment: there is no such treatment at this clinic"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The lengths, and the prices that no longer fit them",
            content = @Content(schema = @Schema(implementation = ClinicLengths.class)))
    ResponseEntity<?> replace(
            @PathVariable ClinicId id,
            @PathVariable TreatmentCode code,
            ExpectedVersion expected,
            @RequestBody @Valid Lengths request) {
        var findings = new Findings();
        TreatmentRequest.checkLengths(request.lengthsMinutes, findings);
        findings.throwIfAny();
        return change(id, code, expected, others -> {
            others.add(new TreatmentLengths(code, request.lengthsMinutes));
            return others;
        });
    }

    /** 200: as long as the catalogue says again. */
    @DeleteMapping
    @CanRefuse({
        "404 unknown-clinic: there is no such clinic",
        "404 unknown-treatment: there is no such treatment at this clinic"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The lengths of the catalogue, and the prices that no longer fit them",
            content = @Content(schema = @Schema(implementation = ClinicLengths.class)))
    ResponseEntity<?> remove(@PathVariable ClinicId id, @PathVariable TreatmentCode code, ExpectedVersion expected) {
        return change(id, code, expected, others -> others);
    }

    private ResponseEntity<?> change(
            ClinicId id, TreatmentCode code, ExpectedVersion expected, UnaryOperator<List<TreatmentLengths>> change) {
        var treatment = treatments.find(code).map(Kept::state).filter(it -> Menu.isGivenAt(id, it));
        return CLINIC.ifCurrent(clinics.find(id), expected, seen -> {
            if (treatment.isEmpty()) return TREATMENT.unknown();
            var others = new ArrayList<>(seen.state().treatmentLengths());
            others.removeIf(it -> it.treatment().equals(code));
            var all = change.apply(others);
            all.sort(Comparator.comparing(TreatmentLengths::treatment));
            return CLINIC.of(
                    clinics.replace(seen, seen.state().withTreatmentLengths(all)),
                    kept -> CLINIC.ok(kept, lengths(kept, code, treatment.get())));
        });
    }

    private ClinicLengths lengths(Kept<ClinicId, Clinic> clinic, TreatmentCode code, Treatment treatment) {
        var lengths = clinic.state().lengthsOf(code, treatment.lengthsMinutes());
        var left = new ArrayList<PriceLeft>();
        for (var therapist : therapists.all()) {
            for (var offer : therapist.state().offers()) {
                if (!offer.clinicId().equals(clinic.id())
                        || !offer.treatment().equals(code)
                        || lengths.contains(offer.lengthMinutes())) continue;
                left.add(new PriceLeft(therapist.id(), therapist.state().name(), offer.lengthMinutes(), offer.price()));
            }
        }
        return new ClinicLengths(clinic.id(), code, clinic.version(), lengths, left);
    }
}
