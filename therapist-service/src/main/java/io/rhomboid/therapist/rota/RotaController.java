package io.rhomboid.therapist.rota;

import java.time.Clock;
import java.time.LocalDate;
import jakarta.validation.Valid;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Access;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.staff.OwnParts;
import io.rhomboid.therapist.store.Records;
import io.rhomboid.therapist.therapist.TherapistView;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** A therapist's hours over HTTP. Time off is taken at booking-service, where hours are claimed. */
@Allowed(
        value = {THERAPIST, CLINIC_ADMIN},
        of = "therapist")
@RestController
@RequestMapping("/api/v1/therapists/{id}")
class RotaController {

    private static final Answers THERAPIST = new Answers("therapist");

    private final Records<TherapistId, Therapist> therapists;
    private final Records<ClinicId, Clinic> clinics;
    private final Clock clock;

    RotaController(Records<TherapistId, Therapist> therapists, Records<ClinicId, Clinic> clinics, Clock clock) {
        this.therapists = therapists;
        this.clinics = clinics;
        this.clock = clock;
    }

    /**
     * Replaces weekly hours, date overrides, and the rules of the diary if there are any; 200 with the therapist as they
     * now are. A therapist can put hours only at clinics they belong to; an admin sends what is stored of other clinics
     * as it is, and changes rules only if they hold at no other clinic.
     */
    @PutMapping("/rota")
    @CanRefuse("404 unknown-therapist: there is no such therapist")
    @ApiResponse(
            responseCode = "200",
            description = "The therapist as they now are",
            content = @Content(schema = @Schema(implementation = TherapistView.class)))
    ResponseEntity<?> replace(
            @PathVariable TherapistId id, ExpectedVersion expected, @RequestBody @Valid RotaRequest request) {
        return THERAPIST.ifCurrent(therapists.find(id), expected, seen -> {
            var rota = request.toRota(
                    seen.state().rota(),
                    OwnParts.of(Access.current(), id),
                    clinicId ->
                            clinics.find(clinicId).map(clinic -> clinic.state().zone()),
                    LocalDate.now(clock));
            return THERAPIST.of(
                    therapists.replace(seen, seen.state().withRota(rota)),
                    kept -> THERAPIST.ok(kept, TherapistView.of(kept)));
        });
    }
}
