package io.rhomboid.therapist.licence;

import java.io.IOException;
import java.io.InputStream;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.Licence.Status;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.store.Records;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** The papers behind licences over HTTP. */
@Allowed(
        value = {THERAPIST, CLINIC_ADMIN},
        of = "therapist")
@RestController
@RequestMapping("/api/v1/therapists/{id}/licences/{licenceId}/evidence")
class EvidenceController {

    private static final Answers LICENCE = new Answers("licence");

    private final Records<TherapistId, Therapist> therapists;
    private final EvidenceFiles files;
    private final Clock clock;

    EvidenceController(Records<TherapistId, Therapist> therapists, EvidenceFiles files, Clock clock) {
        this.therapists = therapists;
        this.files = files;
        this.clock = clock;
    }

    record EvidenceView(String type, int bytes, Instant handedInAt) {}

    /** Hands in the paper as PDF, JPEG or PNG, up to 5 MB, instead of the one before; until somebody has decided. */
    @PutMapping
    @CanRefuse({
        "404 unknown-licence: this therapist has no such licence",
        "409 licence-decided: somebody has looked into this licence already",
        "413 body-too-large: it has more than 5 MB",
        "415 not-a-document: it is neither PDF, JPEG nor PNG"
    })
    @ApiResponse(
            responseCode = "200",
            description = "What is kept now",
            content = @Content(schema = @Schema(implementation = EvidenceView.class)))
    ResponseEntity<?> handIn(
            @PathVariable TherapistId id, @PathVariable LicenceId licenceId, HttpServletRequest request)
            throws IOException {
        var licence = find(id, licenceId).orElse(null);
        if (licence == null) return LICENCE.unknown();
        if (licence.status() != Status.SUBMITTED) {
            return Problem.of(
                            HttpStatus.CONFLICT,
                            "licence-decided",
                            "This licence is " + licence.status() + "; with a new paper submit a new licence.")
                    .answer();
        }
        var bytes = read(request.getInputStream());
        if (bytes.length > Evidence.MOST) {
            return Problem.of(HttpStatus.CONTENT_TOO_LARGE, "body-too-large", "The file must have 5 MB at most.")
                    .answer();
        }
        var type = Evidence.typeOf(bytes).orElse(null);
        if (type == null) {
            return Problem.of(
                            HttpStatus.UNSUPPORTED_MEDIA_TYPE,
                            "not-a-document",
                            "The body must be a PDF, JPEG or PNG file as it is, not a form and not Base64.")
                    .answer();
        }
        var now = clock.instant();
        files.keep(licenceId, type, bytes, now);
        return ResponseEntity.ok(new EvidenceView(type.toString(), bytes.length, now));
    }

    /** The file, to be saved rather than shown. */
    @GetMapping
    @CanRefuse({
        "404 unknown-licence: this therapist has no such licence",
        "404 unknown-evidence: nothing was handed in for it"
    })
    @ApiResponse(responseCode = "200", description = "The file as it was handed in")
    ResponseEntity<?> get(@PathVariable TherapistId id, @PathVariable LicenceId licenceId) {
        if (find(id, licenceId).isEmpty()) return LICENCE.unknown();
        return files.find(licenceId)
                .<ResponseEntity<?>>map(evidence -> ResponseEntity.ok()
                        .contentType(evidence.type())
                        .header(HttpHeaders.CONTENT_DISPOSITION, attachment(licenceId, evidence.type()))
                        .header(HttpHeaders.CACHE_CONTROL, "private, no-store")
                        .header("X-Content-Type-Options", "nosniff")
                        .body(evidence.bytes()))
                .orElseGet(() -> new Answers("evidence").unknown());
    }

    /** One byte more than we take is enough to know that it is too much. */
    private static byte[] read(InputStream body) throws IOException {
        return body.readNBytes(Evidence.MOST + 1);
    }

    private static String attachment(LicenceId id, MediaType type) {
        return ContentDisposition.attachment()
                .filename("licence-" + id + "." + type.getSubtype())
                .build()
                .toString();
    }

    private Optional<Licence> find(TherapistId id, LicenceId licenceId) {
        return therapists
                .find(id)
                .flatMap(kept -> kept.state().licences().stream()
                        .filter(licence -> licence.id().equals(licenceId))
                        .findFirst());
    }
}
