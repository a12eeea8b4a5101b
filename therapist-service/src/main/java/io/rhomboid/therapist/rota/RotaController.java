package io.rhomboid.therapist.rota;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Optional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Rota.TimeOff;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.therapist.TimeOffId;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.http.Findings;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;
import io.rhomboid.therapist.therapist.TherapistView;

/** A therapist's hours and time off over HTTP. */
@RestController
@RequestMapping("/api/v1/therapists/{id}")
class RotaController {

    private static final Answers THERAPIST = new Answers("therapist");
    private static final Answers TIME_OFF = new Answers("time-off");
    private static final int MOST_TIMES_OFF = 500;
    private static final int YEARS_BACK = 1;
    private static final int YEARS_AHEAD = 5;

    private final Records<TherapistId, Therapist> therapists;
    private final Records<ClinicId, Clinic> clinics;
    private final BodyHash hash;
    private final Clock clock;

    RotaController(
            Records<TherapistId, Therapist> therapists, Records<ClinicId, Clinic> clinics, BodyHash hash, Clock clock) {
        this.therapists = therapists;
        this.clinics = clinics;
        this.hash = hash;
        this.clock = clock;
    }

    /** Why somebody is away is not asked. */
    record TimeOffRequest(
            @NotNull OffsetDateTime start, @NotNull OffsetDateTime end) {

        TimeOff toTimeOff(TimeOffId id) {
            return new TimeOff(id, start.toInstant(), end.toInstant());
        }
    }

    /** Replaces weekly hours and date overrides, leaves time off; 200 with the therapist as they now are. */
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
                    clinicId ->
                            clinics.find(clinicId).map(clinic -> clinic.state().zone()),
                    LocalDate.now(clock));
            return THERAPIST.of(
                    therapists.replace(seen, seen.state().withRota(rota)),
                    kept -> THERAPIST.ok(kept, TherapistView.of(kept)));
        });
    }

    /** 201 with the time off; the same again for the same key and body. */
    @PostMapping("/time-off")
    @CanRefuse("404 unknown-therapist: there is no such therapist")
    @ApiResponse(
            responseCode = "201",
            description = "The time off",
            content = @Content(schema = @Schema(implementation = TimeOff.class)))
    ResponseEntity<?> takeTimeOff(
            @PathVariable TherapistId id, IdempotencyKey key, @RequestBody @Valid TimeOffRequest request) {
        var timeOffId = new TimeOffId(key.idFor("time-off/" + id));
        var outcome = therapists.add(id, key, hash.of(request), before -> {
            check(request, timeOffId, before.rota());
            var timeOff = new ArrayList<>(before.rota().timeOff());
            timeOff.add(request.toTimeOff(timeOffId));
            return before.withRota(before.rota().withTimeOff(timeOff));
        });
        return THERAPIST.of(
                outcome,
                kept -> THERAPIST.created(
                        kept, "/api/v1/therapists/" + id + "/time-off/" + timeOffId, request.toTimeOff(timeOffId)));
    }

    /** The ETag is the therapist's. */
    @GetMapping("/time-off/{timeOffId}")
    @CanRefuse({
        "404 unknown-therapist: there is no such therapist",
        "404 unknown-time-off: this therapist has no such time off"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The time off; the ETag is the therapist's",
            content = @Content(schema = @Schema(implementation = TimeOff.class)))
    ResponseEntity<?> get(@PathVariable TherapistId id, @PathVariable TimeOffId timeOffId) {
        var kept = therapists.find(id).orElse(null);
        if (kept == null) return THERAPIST.unknown();
        return find(kept, timeOffId)
                .<ResponseEntity<?>>map(timeOff -> TIME_OFF.ok(kept, timeOff))
                .orElseGet(TIME_OFF::unknown);
    }

    /** 204; the therapist can be booked again at these times. */
    @DeleteMapping("/time-off/{timeOffId}")
    @CanRefuse({
        "404 unknown-therapist: there is no such therapist",
        "404 unknown-time-off: this therapist has no such time off"
    })
    @ApiResponse(responseCode = "204", description = "It is gone")
    ResponseEntity<?> giveTimeOffBack(
            @PathVariable TherapistId id, @PathVariable TimeOffId timeOffId, ExpectedVersion expected) {
        return THERAPIST.ifCurrent(
                therapists.find(id),
                expected,
                seen -> find(seen, timeOffId)
                        .<ResponseEntity<?>>map(timeOff -> THERAPIST.of(
                                therapists.replace(seen, without(timeOff, seen.state())),
                                kept -> ResponseEntity.noContent()
                                        .eTag(ExpectedVersion.etag(kept.version()))
                                        .build()))
                        .orElseGet(TIME_OFF::unknown));
    }

    private void check(TimeOffRequest request, TimeOffId id, Rota rota) {
        var now = clock.instant().atOffset(ZoneOffset.UTC);
        var first = now.minusYears(YEARS_BACK);
        var last = now.plusYears(YEARS_AHEAD);
        var findings = new Findings();
        if (request.start.isBefore(first)) findings.add("start", "must not be before " + first);
        if (!request.end.isAfter(request.start)) findings.add("end", "must be after start");
        if (request.end.isAfter(last)) findings.add("end", "must not be after " + last);
        findings.throwIfAny();

        var wanted = request.toTimeOff(id);
        if (rota.timeOff().stream()
                .anyMatch(t -> t.start().equals(wanted.start()) && t.end().equals(wanted.end()))) {
            findings.add("start", "must not begin a time off that is there already with the same end");
        }
        if (rota.timeOff().size() >= MOST_TIMES_OFF) {
            findings.add("start", "is one too many; delete what is over, " + MOST_TIMES_OFF + " is the most");
        }
        findings.throwIfAny();
    }

    private static Optional<TimeOff> find(Kept<TherapistId, Therapist> kept, TimeOffId id) {
        return kept.state().rota().timeOff().stream()
                .filter(timeOff -> timeOff.id().equals(id))
                .findFirst();
    }

    private static Therapist without(TimeOff gone, Therapist t) {
        var timeOff = new ArrayList<>(t.rota().timeOff());
        timeOff.remove(gone);
        return t.withRota(t.rota().withTimeOff(timeOff));
    }
}
