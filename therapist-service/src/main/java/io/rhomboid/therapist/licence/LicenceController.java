package io.rhomboid.therapist.licence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.Licence.Status;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Who;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.http.Findings;
import io.rhomboid.therapist.http.Text;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.DESK;

/** A therapist's licences over HTTP. */
@RestController
@RequestMapping("/api/v1/therapists/{id}/licences")
class LicenceController {

    private static final Answers THERAPIST = new Answers("therapist");
    private static final Answers LICENCE = new Answers("licence");
    private static final String VERIFICATIONS = "verifications";
    private static final int MOST_LICENCES = 50;
    private static final LocalDate FIRST_DAY = LocalDate.of(1940, 1, 1);
    private static final int MOST_YEARS_AHEAD = 60;
    private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());

    private final Records<TherapistId, Therapist> therapists;
    private final BodyHash hash;
    private final Clock clock;

    LicenceController(Records<TherapistId, Therapist> therapists, BodyHash hash, Clock clock) {
        this.therapists = therapists;
        this.hash = hash;
        this.clock = clock;
    }

    /**
     * A licence that a therapist says they have.
     *
     * @param jurisdiction where it counts: ISO 3166-1, or ISO 3166-2 where states license ({@code US-NC})
     * @param validUntil the last day, inclusive
     */
    record LicenceRequest(
            @NotNull @Text(max = 60) String number,
            @NotNull @Text(max = 120) String authority,

            @NotNull
            @Pattern(
                    regexp = "[A-Z]{2}(-[A-Z0-9]{1,3})?",
                    message = "must be ISO 3166-1, for example DE, or where states license 3166-2: US-NC")
            String jurisdiction,

            @NotNull LocalDate validFrom,
            @NotNull LocalDate validUntil) {

        Licence toLicence(LicenceId id) {
            return new Licence(id, number, authority, jurisdiction, validFrom, validUntil, Status.SUBMITTED);
        }

        boolean names(Licence licence) {
            return licence.number().equalsIgnoreCase(number)
                    && licence.authority().equalsIgnoreCase(authority)
                    && licence.jurisdiction().equals(jurisdiction);
        }
    }

    /** @param reason why, for the therapist and those who look at it later; a no must have one; kept, not published */
    record VerificationRequest(
            @NotNull Status status,
            @Nullable @Text(max = 500, lines = true) String reason) {}

    /** A step of a licence's life. */
    record Step(Status status, @Nullable String reason, Instant at) {}

    record Steps(List<Step> verifications) {}

    /** 201 with the licence, submitted and not verified yet; the same again for the same key and body. */
    @Allowed(
            value = {Who.THERAPIST, CLINIC_ADMIN},
            of = "therapist")
    @PostMapping
    @CanRefuse("404 unknown-therapist: there is no such therapist")
    @ApiResponse(
            responseCode = "201",
            description = "The licence, not verified yet",
            content = @Content(schema = @Schema(implementation = Licence.class)))
    ResponseEntity<?> submit(
            @PathVariable TherapistId id, IdempotencyKey key, @RequestBody @Valid LicenceRequest request) {
        var licenceId = new LicenceId(key.idFor("licences/" + id));
        var outcome = therapists.add(id, key, hash.of(request), before -> {
            check(request, before);
            var licences = new ArrayList<>(before.licences());
            licences.add(request.toLicence(licenceId));
            return before.withLicences(licences);
        });
        return THERAPIST.of(
                outcome,
                kept -> THERAPIST.created(
                        kept,
                        "/api/v1/therapists/" + id + "/licences/" + licenceId,
                        find(kept, licenceId).orElseThrow()));
    }

    /** A licence with its status and last day; the ETag is the therapist's. */
    @Allowed(
            value = {Who.THERAPIST, DESK},
            of = "therapist")
    @GetMapping("/{licenceId}")
    @CanRefuse({
        "404 unknown-therapist: there is no such therapist",
        "404 unknown-licence: this therapist has no such licence"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The licence; the ETag is the therapist's",
            content = @Content(schema = @Schema(implementation = Licence.class)))
    ResponseEntity<?> get(@PathVariable TherapistId id, @PathVariable LicenceId licenceId) {
        var kept = therapists.find(id).orElse(null);
        if (kept == null) return THERAPIST.unknown();
        return find(kept, licenceId)
                .<ResponseEntity<?>>map(licence -> LICENCE.ok(kept, licence))
                .orElseGet(LICENCE::unknown);
    }

    /** Says what came of looking into a licence; 200 with the licence as it now is. */
    @Allowed(value = CLINIC_ADMIN, of = "therapist")
    @PutMapping("/{licenceId}/verification")
    @CanRefuse({
        "404 unknown-therapist: there is no such therapist",
        "404 unknown-licence: this therapist has no such licence",
        "409 illegal-verification: a licence in this state can't get to that one"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The licence as it now is",
            content = @Content(schema = @Schema(implementation = Licence.class)))
    ResponseEntity<?> verify(
            @PathVariable TherapistId id,
            @PathVariable LicenceId licenceId,
            ExpectedVersion expected,
            @RequestBody @Valid VerificationRequest request) {
        return THERAPIST.ifCurrent(
                therapists.find(id),
                expected,
                seen -> find(seen, licenceId)
                        .<ResponseEntity<?>>map(licence -> verify(seen, licence, request))
                        .orElseGet(LICENCE::unknown));
    }

    /** What came of looking into a licence, the first step first. */
    @Allowed(
            value = {Who.THERAPIST, CLINIC_ADMIN},
            of = "therapist")
    @GetMapping("/{licenceId}/verifications")
    @CanRefuse({
        "404 unknown-therapist: there is no such therapist",
        "404 unknown-licence: this therapist has no such licence"
    })
    @ApiResponse(
            responseCode = "200",
            description = "The steps; none while nobody has looked into it",
            content = @Content(schema = @Schema(implementation = Steps.class)))
    ResponseEntity<?> verifications(@PathVariable TherapistId id, @PathVariable LicenceId licenceId) {
        var kept = therapists.find(id).orElse(null);
        if (kept == null) return THERAPIST.unknown();
        if (find(kept, licenceId).isEmpty()) return LICENCE.unknown();
        return ResponseEntity.ok(new Steps(therapists.notes(id, VERIFICATIONS).stream()
                .filter(note -> licenceId.toString().equals(note.getString("licenceId")))
                .map(note -> new Step(
                        Status.valueOf(note.getString("status")),
                        note.getString("reason"),
                        note.getDate("at").toInstant()))
                .toList()));
    }

    private ResponseEntity<?> verify(Kept<TherapistId, Therapist> seen, Licence licence, VerificationRequest request) {
        if (!Verification.allows(licence.status(), request.status)) return illegal(licence.status(), request.status);
        if (request.status != Status.VERIFIED && request.reason == null) {
            return Problem.invalid("reason", "must tell the therapist why").answer();
        }
        var licences = seen.state().licences().stream()
                .map(each -> each.equals(licence) ? with(request.status, each) : each)
                .toList();
        var note = new Document("licenceId", licence.id().toString())
                .append("status", request.status.name())
                .append("reason", request.reason)
                .append("at", Date.from(clock.instant()));
        return THERAPIST.of(
                therapists.replace(seen, seen.state().withLicences(licences), VERIFICATIONS, note),
                kept -> LICENCE.ok(kept, find(kept, licence.id()).orElseThrow()));
    }

    private void check(LicenceRequest request, Therapist therapist) {
        var findings = new Findings();
        var lastDay = LocalDate.now(clock).plusYears(MOST_YEARS_AHEAD);
        if (!COUNTRIES.contains(request.jurisdiction.substring(0, 2))) {
            findings.add("jurisdiction", "must begin with a country of ISO 3166-1, for example DE");
        }
        if (request.validFrom.isBefore(FIRST_DAY) || request.validFrom.isAfter(lastDay)) {
            findings.add("validFrom", "must be from " + FIRST_DAY + " to " + lastDay);
        }
        if (request.validUntil.isBefore(request.validFrom)) {
            findings.add("validUntil", "must not be before validFrom");
        } else if (request.validUntil.isAfter(lastDay)) {
            findings.add("validUntil", "must be " + lastDay + " or earlier");
        }
        therapist.licences().stream()
                .filter(request::names)
                .filter(licence -> licence.status() == Status.SUBMITTED || licence.status() == Status.VERIFIED)
                .filter(licence -> !request.validFrom.isAfter(licence.validUntil())
                        && !request.validUntil.isBefore(licence.validFrom()))
                .findFirst()
                .ifPresent(licence -> findings.add(
                        "number",
                        "must be another than that of a licence which is there for these days: " + licence.id()));
        if (therapist.licences().size() >= MOST_LICENCES) {
            findings.add("number", "is one too many; a therapist can have " + MOST_LICENCES + " licences on record");
        }
        findings.throwIfAny();
    }

    private static ResponseEntity<?> illegal(Status from, Status to) {
        var next = Verification.next(from);
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "illegal-verification",
                        "A licence that is " + from + " can't become " + to + "; possible: "
                                + (next.isEmpty()
                                        ? "nothing, submit a new licence"
                                        : next.stream().sorted().toList()) + ".")
                .with("current", from)
                .answer();
    }

    private static Optional<Licence> find(Kept<TherapistId, Therapist> kept, LicenceId id) {
        return kept.state().licences().stream()
                .filter(licence -> licence.id().equals(id))
                .findFirst();
    }

    private static Licence with(Status status, Licence l) {
        return new Licence(l.id(), l.number(), l.authority(), l.jurisdiction(), l.validFrom(), l.validUntil(), status);
    }
}
