package io.rhomboid.therapist.treatment;

import java.util.List;
import java.util.Objects;
import jakarta.validation.Valid;

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
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;

/** The catalogue over HTTP. */
@RestController
@RequestMapping("/api/v1/treatments")
class TreatmentController {

    private static final Answers ANSWERS = new Answers("treatment");

    private final Records<TreatmentCode, Treatment> treatments;
    private final Records<ClinicId, Clinic> clinics;
    private final Records<TherapistId, Therapist> therapists;
    private final Menu menu;
    private final Catalogue catalogue;
    private final BodyHash hash;

    TreatmentController(
            Records<TreatmentCode, Treatment> treatments,
            Records<ClinicId, Clinic> clinics,
            Records<TherapistId, Therapist> therapists,
            Menu menu,
            Catalogue catalogue,
            BodyHash hash) {
        this.treatments = treatments;
        this.clinics = clinics;
        this.therapists = therapists;
        this.menu = menu;
        this.catalogue = catalogue;
        this.hash = hash;
    }

    record TreatmentView(
            TreatmentCode code, long version, @JsonUnwrapped Treatment treatment) {

        static TreatmentView of(Kept<TreatmentCode, Treatment> kept) {
            return new TreatmentView(kept.id(), kept.version(), kept.state());
        }
    }

    record TreatmentList(List<TreatmentView> treatments) {}

    /** What every clinic may give, by code; with a clinic, its own treatments too, and all in its lengths. */
    @Allowed(ANYONE)
    @GetMapping
    @CanRefuse({"400 invalid-parameter: clinicId is not an id", "404 unknown-clinic: there is no such clinic"})
    @ApiResponse(
            responseCode = "200",
            description = "The treatments by code",
            content = @Content(schema = @Schema(implementation = TreatmentList.class)))
    ResponseEntity<?> list(@RequestParam(required = false) @Nullable ClinicId clinicId) {
        if (clinicId == null) return ResponseEntity.ok(list(menu.ofTheHouse()));
        return clinics.find(clinicId)
                .<ResponseEntity<?>>map(clinic -> ResponseEntity.ok(list(menu.at(clinic))))
                .orElseGet(new Answers("clinic")::unknown);
    }

    private static TreatmentList list(List<Kept<TreatmentCode, Treatment>> menu) {
        return new TreatmentList(menu.stream().map(TreatmentView::of).toList());
    }

    @Allowed(ANYONE)
    @GetMapping("/{code}")
    @CanRefuse("404 unknown-treatment: there is no such treatment")
    @ApiResponse(
            responseCode = "200",
            description = "The treatment, its version as ETag",
            content = @Content(schema = @Schema(implementation = TreatmentView.class)))
    ResponseEntity<?> get(@PathVariable TreatmentCode code) {
        return treatments
                .find(code)
                .<ResponseEntity<?>>map(kept -> ANSWERS.ok(kept, TreatmentView.of(kept)))
                .orElseGet(ANSWERS::unknown);
    }

    /** 201 with the new treatment; the same again for the same key and body. */
    @Allowed(CLINIC_ADMIN)
    @PostMapping
    @CanRefuse("409 treatment-exists: there is a treatment with this code")
    @ApiResponse(
            responseCode = "201",
            description = "The new treatment",
            content = @Content(schema = @Schema(implementation = TreatmentView.class)))
    ResponseEntity<?> create(IdempotencyKey key, @RequestBody @Valid TreatmentRequest request) {
        var code = request.code();
        if (code == null) throw new ProblemException(Problem.invalid("code", "is missing; for example ACUPRESSURE"));

        if (request.clinicId() != null && clinics.find(request.clinicId()).isEmpty()) {
            throw new ProblemException(Problem.invalid("clinicId", "must be one of GET /api/v1/clinics"));
        }
        var access = Access.current();
        if (request.clinicId() == null ? !access.isPlatformAdmin() : !access.isAdminOf(request.clinicId())) {
            throw new ProblemException(Problem.invalid(
                    "clinicId", "must be a clinic of yours; what every clinic may give, the platform's admins add"));
        }
        var outcome = treatments.create(code, key, hash.of(request), () -> request.toTreatment(catalogue.general()));
        return ANSWERS.of(
                outcome, kept -> ANSWERS.created(kept, "/api/v1/treatments/" + kept.id(), TreatmentView.of(kept)));
    }

    /** 200 with the treatment as it now is. */
    @Allowed(value = CLINIC_ADMIN, of = "treatment", by = "code")
    @PutMapping("/{code}")
    @CanRefuse("404 unknown-treatment: there is no such treatment")
    @ApiResponse(
            responseCode = "200",
            description = "The treatment as it now is",
            content = @Content(schema = @Schema(implementation = TreatmentView.class)))
    ResponseEntity<?> replace(
            @PathVariable TreatmentCode code, ExpectedVersion expected, @RequestBody @Valid TreatmentRequest request) {
        if (request.code() != null && !request.code().equals(code)) {
            throw new ProblemException(Problem.invalid("code", "must stay " + code + ", or be left out"));
        }
        return ANSWERS.ifCurrent(treatments.find(code), expected, seen -> {
            var clinicId = seen.state().clinicId();
            if (!Objects.equals(request.clinicId(), clinicId)) {
                throw new ProblemException(Problem.invalid(
                        "clinicId",
                        clinicId == null ? "must be left out: every clinic has it" : "must stay " + clinicId));
            }
            return ANSWERS.of(
                    treatments.replace(seen, request.toTreatment(catalogue.general())),
                    kept -> ANSWERS.ok(kept, TreatmentView.of(kept)));
        });
    }

    /** 204; only a clinic's own treatment can go, the house's catalogue stays. Its code is not given again. */
    @Allowed(value = CLINIC_ADMIN, of = "treatment", by = "code")
    @DeleteMapping("/{code}")
    @CanRefuse({
        "404 unknown-treatment: there is no such treatment",
        "409 treatment-of-the-house: every clinic has it",
        "409 treatment-in-use: therapists have prices for it or practise it; names them"
    })
    @ApiResponse(responseCode = "204", description = "The treatment is gone")
    ResponseEntity<?> delete(@PathVariable TreatmentCode code, ExpectedVersion expected) {
        return ANSWERS.ifCurrent(treatments.find(code), expected, seen -> {
            if (seen.state().clinicId() == null) {
                return Problem.of(
                                HttpStatus.CONFLICT,
                                "treatment-of-the-house",
                                "Every clinic has this treatment; a therapist who does not give it has no price for it.")
                        .answer();
            }
            var by = therapists.all().stream()
                    .filter(kept -> kept.state().gives(code))
                    .map(Kept::id)
                    .toList();
            if (!by.isEmpty()) {
                return Problem.of(
                                HttpStatus.CONFLICT,
                                "treatment-in-use",
                                by.size() + " therapists have prices for it or practise it. Take those out first.")
                        .with("therapists", by)
                        .answer();
            }
            return ANSWERS.of(
                    treatments.delete(seen), _ -> ResponseEntity.noContent().build());
        });
    }
}
