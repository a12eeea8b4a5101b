package io.rhomboid.notification.message.web;

import java.time.Clock;
import java.util.Set;
import java.util.TreeSet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
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

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.notification.message.Language;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.OwnScripts;
import io.rhomboid.notification.message.OwnScripts.Own;
import io.rhomboid.notification.message.Preview;
import io.rhomboid.notification.message.Script;
import io.rhomboid.notification.message.Scripts;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;

/** What a clinic says in words of its own. Where it says nothing, or nothing that can be used, the house speaks. */
@Allowed(value = CLINIC_ADMIN, of = "clinic", by = "clinicId")
@RestController
@RequestMapping("/api/v1/message-scripts/{kind}/{language}")
public class ScriptController {

    private static final Problem CHANGED = Problem.of(
            HttpStatus.PRECONDITION_FAILED,
            "version-changed",
            "Somebody has changed it since. Read it again and send its ETag.");

    private final OwnScripts scripts;
    private final Directory directory;
    private final Clock clock;

    public ScriptController(OwnScripts scripts, Directory directory, Clock clock) {
        this.scripts = scripts;
        this.directory = directory;
        this.clock = clock;
    }

    /** @param text lines, see {@code GET}'s answer for the house's own and for the places that can be named */
    record ScriptRequest(
            @NotNull
            @Size(min = 1, max = Script.LONGEST)
            @Schema(example = "subject = See you {at}\n# Until soon\nDear {name},\n> {when}\n@session\n@cancelling")
            String text) {}

    /**
     * @param version 0 while it is the house's
     * @param own whether the clinic has written it
     * @param places that can be named, each in braces
     */
    record ScriptView(long version, boolean own, String text, Set<String> places) {}

    /** @param html a whole page, to be shown in a frame of its own that runs nothing */
    record PreviewView(String subject, String brief, String text, String html) {}

    /** The clinic's, else the house's to begin with. */
    @GetMapping
    @Operation(summary = "What is said in messages of this kind, in this language")
    @CanRefuse("400 invalid-parameter: there is no such kind or language")
    ResponseEntity<ScriptView> read(
            @PathVariable MessageKind kind, @PathVariable String language, @RequestParam ClinicId clinicId) {
        var in = language(language);
        var own = scripts.find(clinicId, kind, in);
        var version = own.map(Own::version).orElse(0L);
        return ResponseEntity.ok()
                .eTag(ExpectedVersion.etag(version))
                .body(new ScriptView(
                        version,
                        own.isPresent(),
                        own.map(Own::text).orElseGet(() -> Scripts.text(kind, in)),
                        new TreeSet<>(Scripts.places(kind))));
    }

    /** From the next message on. */
    @PutMapping
    @Operation(summary = "Say it in words of one's own")
    @CanRefuse({
        "400 invalid-parameter: there is no such kind or language",
        "412 version-changed: it was changed since you read it",
        "422 unusable-script: names a place that there is not, or is none; says the line and what would be right"
    })
    ResponseEntity<ScriptView> write(
            @PathVariable MessageKind kind,
            @PathVariable String language,
            @RequestParam ClinicId clinicId,
            @Parameter(hidden = true) ExpectedVersion expected,
            @Valid @RequestBody ScriptRequest request) {
        var in = language(language);
        parse(kind, in, request.text());
        if (!scripts.keep(clinicId, kind, in, new Own(expected.value() + 1, request.text()))) {
            throw new ProblemException(CHANGED);
        }
        return read(kind, language, clinicId);
    }

    /** From the next message on the house speaks again. */
    @DeleteMapping
    @Operation(summary = "Have it said in the words of the house again")
    @ApiResponse(responseCode = "204", description = "the house speaks")
    @CanRefuse({
        "400 invalid-parameter: there is no such kind or language",
        "412 version-changed: it was changed since you read it, or there is none"
    })
    ResponseEntity<Void> remove(
            @PathVariable MessageKind kind,
            @PathVariable String language,
            @RequestParam ClinicId clinicId,
            @Parameter(hidden = true) ExpectedVersion expected) {
        if (!scripts.remove(clinicId, kind, language(language), expected.value())) throw new ProblemException(CHANGED);
        return ResponseEntity.noContent().build();
    }

    /** Keeps nothing and sends nothing. */
    @PostMapping("/previews")
    @Operation(summary = "What a script would say of an example")
    @ApiResponse(responseCode = "200", description = "as it would be sent")
    @CanRefuse({
        "400 invalid-parameter: there is no such kind or language",
        "422 unusable-script: names a place that there is not, or is none; says the line and what would be right",
        "503 catalogue-not-ready: we have not heard of the clinic yet"
    })
    PreviewView preview(
            @PathVariable MessageKind kind,
            @PathVariable String language,
            @RequestParam ClinicId clinicId,
            @Valid @RequestBody ScriptRequest request) {
        var in = language(language);
        var script = parse(kind, in, request.text());
        var clinic = directory
                .clinic(clinicId)
                .orElseThrow(() -> new ProblemException(Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "catalogue-not-ready",
                                "We have not heard of this clinic yet. Try again in a moment.")
                        .retryAfter(java.time.Duration.ofSeconds(2))));
        var preview = Preview.of(script, kind, in, clinic, clock.instant());
        return new PreviewView(preview.subject(), preview.brief(), preview.text(), preview.html());
    }

    private static Language language(String tag) {
        return Language.of(tag)
                .orElseThrow(() -> new ProblemException(
                        Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "language must be en, de or es")
                                .field("language", "must be en, de or es")));
    }

    private static Script parse(MessageKind kind, Language language, String text) {
        try {
            return Scripts.parse(kind, language, text);
        } catch (Script.Unusable e) {
            throw new ProblemException(
                    Problem.of(HttpStatus.UNPROCESSABLE_CONTENT, "unusable-script", "text " + e.getMessage())
                            .field("text", String.valueOf(e.getMessage())));
        }
    }
}
