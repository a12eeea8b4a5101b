package io.rhomboid.notification.recipient.web;

import java.time.LocalTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Language;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.QuietHours;
import io.rhomboid.notification.recipient.RecipientWatch;
import io.rhomboid.notification.recipient.Recipients;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.Wishes;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.identity.Caller;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.CLIENT;
import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/** How clients, staff and clinics want to be told: of what, how, when, in which language. */
@RestController
@RequestMapping("/api/v1/recipients")
public class RecipientController {

    private static final Problem CHANGED = Problem.of(
            HttpStatus.PRECONDITION_FAILED,
            "version-changed",
            "Somebody has changed it since. Read it again and send its ETag.");

    private final Recipients recipients;
    private final Directory directory;
    private final RecipientWatch watch;

    public RecipientController(Recipients recipients, Directory directory, RecipientWatch watch) {
        this.recipients = recipients;
        this.directory = directory;
        this.watch = watch;
    }

    /**
     * @param from on their wall clock, for example {@code 22:00}; later than {@code until} if over midnight
     * @param zone theirs; absent for the clinic's
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record QuietView(
            @NotNull @Schema(type = "string", example = "22:00")
            LocalTime from,

            @NotNull @Schema(type = "string", example = "07:00")
            LocalTime until,

            @Schema(type = "string", example = "Europe/Berlin") @Nullable
            ZoneId zone) {}

    /**
     * @param language one that we write: {@code en}, {@code de} or {@code es}; absent for that of the last booking
     * @param quietHours when nothing is told that can wait; absent for never
     * @param channels of the kinds that they want otherwise than by mail; empty for a kind that they do not want. What
     *     was agreed on always goes by mail, too
     * @param remindMinutes how long before a session; absent for what the clinic says, else a day and two hours
     * @param onlyWithinADay of what changes, whether they hear only of sessions in the next 24 hours; absent
     *     for yes
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WishesRequest(
            @Schema(example = "de") @Nullable String language,
            @Nullable @Valid QuietView quietHours,

            @Schema(example = "{\"REMINDER\": [\"MAIL\", \"SMS\"], \"THANKS\": []}") @Nullable
            Map<MessageKind, @NotNull Set<@NotNull Channel>> channels,

            @Schema(example = "[1440, 120]") @Nullable List<@NotNull Integer> remindMinutes,
            @Nullable Boolean onlyWithinADay) {}

    /**
     * @param version how often they have said so
     * @param channels of all kinds that they may say something about
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WishesView(
            long version,
            @Nullable String language,
            @Nullable QuietView quietHours,
            Map<MessageKind, Set<Channel>> channels,
            @Nullable List<Integer> remindMinutes,
            boolean onlyWithinADay) {

        static WishesView of(Wishes wishes) {
            var quiet = wishes.quiet();
            var channels = new java.util.EnumMap<MessageKind, Set<Channel>>(MessageKind.class);
            for (var kind : MessageKind.values()) channels.put(kind, wishes.channels(kind));
            return new WishesView(
                    wishes.version(),
                    wishes.language(),
                    quiet == null ? null : new QuietView(quiet.from(), quiet.until(), quiet.zone()),
                    channels,
                    wishes.remindMinutes(),
                    wishes.onlyWithinADay());
        }
    }

    /** As a client; 404 until something was booked with this verified mail address. */
    @Allowed(CLIENT)
    @GetMapping("/me")
    @Operation(summary = "How you want to be told, as a client")
    @CanRefuse("404 nothing-booked: nobody has booked with your mail address yet")
    ResponseEntity<WishesView> own() {
        return answer(recipients.wishes(Subject.of(client())));
    }

    /** As a whole: what is absent is as if it had never been said. What is booked already is reminded of anew. */
    @Allowed(CLIENT)
    @PutMapping("/me")
    @Operation(summary = "Say how you want to be told, as a client")
    @CanRefuse({
        "404 nothing-booked: nobody has booked with your mail address yet",
        "412 version-changed: it was changed since you read it"
    })
    ResponseEntity<WishesView> say(
            @Parameter(hidden = true) ExpectedVersion expected, @Valid @RequestBody WishesRequest request) {
        var client = client();
        var kept = keep(Subject.of(client), expected, request, null, null);
        watch.changed(client);
        return kept;
    }

    /** Of changes and of one's day, at whatever clinic. */
    @Allowed(SIGNED_IN)
    @GetMapping("/me/staff")
    @Operation(summary = "How you want to be told, as one of the staff")
    ResponseEntity<WishesView> ownAsStaff() {
        return answer(recipients.wishes(person()));
    }

    /** They are told at the verified mail address that they are signed in with. */
    @Allowed(SIGNED_IN)
    @PutMapping("/me/staff")
    @Operation(summary = "Say how you want to be told, as one of the staff")
    @CanRefuse({
        "412 version-changed: it was changed since you read it",
        "422 mail-not-verified: the sign-in knows no mail address of yours that is verified"
    })
    ResponseEntity<WishesView> sayAsStaff(
            @Parameter(hidden = true) ExpectedVersion expected, @Valid @RequestBody WishesRequest request) {
        if (!(Caller.current() instanceof Caller.Person person) || person.mail() == null) {
            throw new ProblemException(Problem.of(
                    HttpStatus.UNPROCESSABLE_CONTENT,
                    "mail-not-verified",
                    "Verify your mail address where you sign in: you are told there and nowhere else."));
        }
        return keep(person(), expected, request, person.mail(), person.name());
    }

    /** How the clinic reminds clients who have not said otherwise, and what its desk is told. */
    @Allowed(value = CLINIC_ADMIN, of = "clinic", by = "clinicId")
    @GetMapping("/clinics/{clinicId}")
    @Operation(summary = "How a clinic reminds, and what its desk is told")
    ResponseEntity<WishesView> ofClinic(@PathVariable ClinicId clinicId) {
        return answer(recipients.wishes(Subject.of(clinicId)));
    }

    /** As a whole, as for a client. */
    @Allowed(value = CLINIC_ADMIN, of = "clinic", by = "clinicId")
    @PutMapping("/clinics/{clinicId}")
    @Operation(summary = "Say how a clinic reminds, and what its desk is told")
    @CanRefuse("412 version-changed: it was changed since you read it")
    ResponseEntity<WishesView> sayForClinic(
            @PathVariable ClinicId clinicId,
            @Parameter(hidden = true) ExpectedVersion expected,
            @Valid @RequestBody WishesRequest request) {
        var kept = keep(Subject.of(clinicId), expected, request, null, null);
        watch.changed(clinicId);
        return kept;
    }

    private ClientId client() {
        return java.util.Optional.of(Caller.current())
                .filter(Caller.Person.class::isInstance)
                .map(Caller.Person.class::cast)
                .map(Caller.Person::mail)
                .flatMap(directory::clientWith)
                .orElseThrow(() -> new ProblemException(Problem.of(
                        HttpStatus.NOT_FOUND,
                        "nothing-booked",
                        "Nobody has booked with your mail address yet; there is nothing to tell you.")));
    }

    private static Subject person() {
        return Subject.ofPerson(((Caller.Person) Caller.current()).subject());
    }

    private ResponseEntity<WishesView> keep(
            Subject whose,
            ExpectedVersion expected,
            WishesRequest request,
            @Nullable String mail,
            @Nullable String name) {
        var wishes = wishes(expected.value() + 1, request, mail, name);
        if (!recipients.keep(whose, wishes)) throw new ProblemException(CHANGED);
        return answer(wishes);
    }

    private static Wishes wishes(long version, WishesRequest request, @Nullable String mail, @Nullable String name) {
        if (request.language() != null && Language.of(request.language()).isEmpty()) {
            throw new ProblemException(Problem.invalid("language", "must be one that we write: en, de or es"));
        }
        var quiet = request.quietHours();
        try {
            var hours = quiet == null ? null : new QuietHours(quiet.from(), quiet.until(), quiet.zone());
            return new Wishes(
                    version,
                    request.language(),
                    hours,
                    request.channels() == null ? Map.of() : request.channels(),
                    request.remindMinutes(),
                    !Boolean.FALSE.equals(request.onlyWithinADay()),
                    mail,
                    name);
        } catch (IllegalArgumentException e) {
            var field = String.valueOf(e.getMessage()).startsWith("must end") ? "quietHours.until" : "remindMinutes";
            throw new ProblemException(Problem.invalid(field, String.valueOf(e.getMessage())));
        }
    }

    private static ResponseEntity<WishesView> answer(Wishes wishes) {
        return ResponseEntity.ok().eTag(ExpectedVersion.etag(wishes.version())).body(WishesView.of(wishes));
    }
}
