package io.rhomboid.notification.webhook.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
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
import io.rhomboid.notification.webhook.Endpoint;
import io.rhomboid.notification.webhook.EndpointId;
import io.rhomboid.notification.webhook.EventType;
import io.rhomboid.notification.webhook.Message;
import io.rhomboid.notification.webhook.Receiver.Reply;
import io.rhomboid.notification.webhook.WebhookAnswer;
import io.rhomboid.notification.webhook.WebhookAnswer.BadAddress;
import io.rhomboid.notification.webhook.WebhookAnswer.Changed;
import io.rhomboid.notification.webhook.WebhookAnswer.Done;
import io.rhomboid.notification.webhook.WebhookAnswer.KeyReused;
import io.rhomboid.notification.webhook.WebhookAnswer.TooMany;
import io.rhomboid.notification.webhook.WebhookAnswer.Unknown;
import io.rhomboid.notification.webhook.WebhookDesk;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;

/** Which other systems a clinic wants told of its bookings, by Standard Webhooks. */
@Allowed(value = CLINIC_ADMIN, of = "webhook")
@RestController
@RequestMapping("/api/v1/webhooks")
public class WebhookController {

    private static final String PATH = "/api/v1/webhooks";
    private static final int SHOWN = 100;

    private final WebhookDesk desk;
    private final BodyHash hash;

    public WebhookController(WebhookDesk desk, BodyHash hash) {
        this.desk = desk;
        this.hash = hash;
    }

    /**
     * @param address https, and not inside a private network
     * @param description what the clinic calls it
     * @param types of what it is told; of everything if there are none
     */
    record EndpointRequest(
            @NotNull @Size(max = 2000) @Schema(example = "https://accounts.example/rhomboid")
            String address,

            @Nullable @Size(max = 200) String description,

            @Nullable @Size(max = 20) @Schema(example = "[\"booking.confirmed\", \"booking.cancelled\"]")
            List<@NotNull String> types) {}

    /**
     * @param formerKeyUntil until when messages are also signed with the key before the current one
     * @param enabled whether it is told anything
     * @param disabledReason why not
     * @param failingSince since when it has taken nothing that it was sent
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EndpointView(
            @Schema(type = "string", format = "uuid") String id,
            long version,
            ClinicId clinicId,
            URI address,
            @Nullable String description,
            Set<String> types,
            @Nullable Instant formerKeyUntil,
            boolean enabled,
            @Nullable Instant disabledAt,
            @Nullable String disabledReason,
            @Nullable Instant failingSince,
            Instant createdAt) {

        static EndpointView of(Endpoint endpoint) {
            var disabled = endpoint.disabled();
            var types = new TreeSet<String>();
            for (var type : endpoint.types()) types.add(type.wire());
            return new EndpointView(
                    endpoint.id().toString(),
                    endpoint.version(),
                    endpoint.clinicId(),
                    endpoint.address(),
                    endpoint.description(),
                    types,
                    endpoint.formerKeyUntil(),
                    disabled == null,
                    disabled == null ? null : disabled.at(),
                    disabled == null ? null : disabled.why().words(),
                    endpoint.failingSince(),
                    endpoint.createdAt());
        }
    }

    record EndpointsView(List<EndpointView> webhooks) {}

    /** @param secret what the receiver checks signatures with; shown to the clinic's admins only */
    record SecretView(
            @Schema(example = "whsec_C2FVsBQIhrscChlQIMV+b5sSYspob7oD")
            String secret) {}

    record StatusRequest(@NotNull Boolean enabled) {}

    /**
     * @param taken whether the receiver answered with a status from 200 to 299
     * @param status of its answer, if there was one
     * @param reason why not
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record TrialView(
            boolean taken,
            @Nullable Integer status,
            @Nullable String reason) {

        static TrialView of(Reply reply) {
            return switch (reply) {
                case Reply.Taken(var status) -> new TrialView(true, status, null);
                case Reply.Gone _ -> new TrialView(false, 410, "it does not want to be told any more");
                case Reply.NotTaken(var status, var reason, var _) -> new TrialView(false, status, reason);
                case Reply.NotAsked _ ->
                    new TrialView(false, null, "it has enough to do with what it was asked already");
            };
        }
    }

    /**
     * @param body as it is sent, to the letter
     * @param attempts that have been made
     * @param nextAttemptAt only while it is due
     * @param status of the last answer
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record WebhookMessageView(
            @Schema(example = "msg_0b8f7b0e0000400080000000000001_3")
            String webhookId,

            String type,
            String body,
            Message.State state,
            int attempts,
            Instant recordedAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Integer status,
            @Nullable String reason,
            @Nullable Instant sentAt) {

        static WebhookMessageView of(Message message) {
            return new WebhookMessageView(
                    message.webhookId(),
                    message.type(),
                    message.body(),
                    message.state(),
                    message.attempts(),
                    message.recordedAt(),
                    message.state() == Message.State.DUE ? message.nextAttemptAt() : null,
                    message.status(),
                    message.reason(),
                    message.sentAt());
        }
    }

    record WebhookMessagesView(List<WebhookMessageView> messages) {}

    /** The oldest first; perhaps none. */
    @GetMapping
    @Allowed(value = CLINIC_ADMIN, of = "clinic", by = "clinicId")
    EndpointsView list(@RequestParam @Parameter(schema = @Schema(type = "string", format = "uuid")) ClinicId clinicId) {
        return new EndpointsView(
                desk.of(clinicId).stream().map(EndpointView::of).toList());
    }

    /** 201 with the endpoint, from now on told of what happens; the same again for the same key and body. */
    @PostMapping
    @Allowed(value = CLINIC_ADMIN, of = "clinic", by = "clinicId")
    @CanRefuse("409 too-many-webhooks: ten are the most")
    @ApiResponse(
            responseCode = "201",
            description = "The endpoint",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    ResponseEntity<?> add(
            @RequestParam @Parameter(schema = @Schema(type = "string", format = "uuid")) ClinicId clinicId,
            IdempotencyKey key,
            @RequestBody @Valid EndpointRequest request) {
        URI address;
        try {
            address = new URI(request.address.strip());
        } catch (URISyntaxException e) {
            return Problem.invalid("address", "must be an address, for example https://accounts.example/rhomboid")
                    .answer();
        }
        var types = EnumSet.noneOf(EventType.class);
        var named = request.types == null ? List.<String>of() : request.types;
        for (int i = 0; i < named.size(); i++) {
            try {
                types.add(EventType.of(named.get(i)));
            } catch (IllegalArgumentException e) {
                return Problem.invalid("types[" + i + "]", String.valueOf(e.getMessage()))
                        .answer();
            }
        }
        var description =
                request.description == null || request.description.isBlank() ? null : request.description.strip();
        return answer(
                desk.add(
                        new EndpointId(key.idFor(PATH + "?clinicId=" + clinicId)),
                        hash.of(request),
                        clinicId,
                        address,
                        description,
                        types.isEmpty() ? EnumSet.allOf(EventType.class) : types),
                HttpStatus.CREATED);
    }

    @GetMapping("/{id}")
    @ApiResponse(
            responseCode = "200",
            description = "The endpoint",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    ResponseEntity<?> get(@PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) EndpointId id) {
        return desk.find(id)
                .<ResponseEntity<?>>map(endpoint -> shown(endpoint, HttpStatus.OK))
                .orElseGet(WebhookController::unknown);
    }

    /** The current secret; as often as it is asked for. */
    @GetMapping("/{id}/secret")
    @ApiResponse(
            responseCode = "200",
            description = "The secret",
            content = @Content(schema = @Schema(implementation = SecretView.class)))
    ResponseEntity<?> secret(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) EndpointId id) {
        return desk.find(id)
                .<ResponseEntity<?>>map(endpoint -> ResponseEntity.ok(new SecretView(desk.secret(endpoint))))
                .orElseGet(WebhookController::unknown);
    }

    /** A new secret; for another 24 hours messages are also signed with the one before. */
    @PutMapping("/{id}/rotation")
    @CanRefuse("412 version-changed: it is not as you have seen it")
    @ApiResponse(
            responseCode = "200",
            description = "The endpoint; its new secret is asked for by itself",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    ResponseEntity<?> rotate(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) EndpointId id,
            ExpectedVersion version) {
        return answer(desk.rotate(id, version.value()), HttpStatus.OK);
    }

    /** Enables or disables it; what happens in between it is never told. */
    @PutMapping("/{id}/status")
    @CanRefuse("412 version-changed: it is not as you have seen it")
    @ApiResponse(
            responseCode = "200",
            description = "The endpoint",
            content = @Content(schema = @Schema(implementation = EndpointView.class)))
    ResponseEntity<?> status(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) EndpointId id,
            ExpectedVersion version,
            @RequestBody @Valid StatusRequest request) {
        return answer(
                request.enabled ? desk.enable(id, version.value()) : desk.disable(id, version.value()), HttpStatus.OK);
    }

    /** Sends it a message of type {@code webhook.test} right now; 200 with what came of it. */
    @PostMapping("/{id}/tests")
    @ApiResponse(
            responseCode = "200",
            description = "What the receiver said",
            content = @Content(schema = @Schema(implementation = TrialView.class)))
    ResponseEntity<?> test(@PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) EndpointId id) {
        return desk.find(id)
                .<ResponseEntity<?>>map(endpoint -> ResponseEntity.ok(TrialView.of(desk.test(endpoint))))
                .orElseGet(WebhookController::unknown);
    }

    /** The last hundred that it was told or is to be told, the newest first; kept for thirty days. */
    @GetMapping("/{id}/messages")
    WebhookMessagesView messages(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) EndpointId id) {
        return new WebhookMessagesView(
                desk.told(id, SHOWN).stream().map(WebhookMessageView::of).toList());
    }

    /** 202: sends it once more, with the same webhook-id. */
    @PostMapping("/{id}/messages/{webhookId}/resends")
    @CanRefuse({
        "409 message-due: it is on its way, or there is no such message any more",
    })
    @ApiResponse(responseCode = "202", description = "It is due")
    ResponseEntity<?> resend(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) EndpointId id,
            @PathVariable String webhookId) {
        if (desk.again(id, webhookId)) return ResponseEntity.accepted().build();
        return Problem.of(
                        HttpStatus.CONFLICT,
                        "message-due",
                        "Only a message that was sent or given up can be sent again. Look at the messages first.")
                .answer();
    }

    /** 204; with all that it was to be told. */
    @DeleteMapping("/{id}")
    @CanRefuse("412 version-changed: it is not as you have seen it")
    @ApiResponse(responseCode = "204", description = "It is told nothing any more")
    ResponseEntity<?> remove(
            @PathVariable @Parameter(schema = @Schema(type = "string", format = "uuid")) EndpointId id,
            ExpectedVersion version) {
        return answer(desk.remove(id, version.value()), HttpStatus.NO_CONTENT);
    }

    private static ResponseEntity<?> answer(WebhookAnswer answer, HttpStatus done) {
        return switch (answer) {
            case Done(var endpoint) -> shown(endpoint, done);
            case Unknown _ -> unknown();
            case TooMany(var most) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "too-many-webhooks",
                                "A clinic can have " + most + " webhooks. Delete one first.")
                        .answer();
            case BadAddress(var why) -> Problem.invalid("address", why).answer();
            case KeyReused _ -> IdempotencyKey.REUSED.answer();
            case Changed _ ->
                Problem.of(
                                HttpStatus.PRECONDITION_FAILED,
                                "version-changed",
                                "The webhook is not as you have seen it. Look again, and decide again.")
                        .answer();
        };
    }

    private static ResponseEntity<?> shown(Endpoint endpoint, HttpStatus status) {
        if (status == HttpStatus.NO_CONTENT) return ResponseEntity.noContent().build();
        var answer = ResponseEntity.status(status).header(HttpHeaders.ETAG, ExpectedVersion.etag(endpoint.version()));
        if (status == HttpStatus.CREATED) answer.location(URI.create(PATH + "/" + endpoint.id()));
        return answer.body(EndpointView.of(endpoint));
    }

    private static ResponseEntity<?> unknown() {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-webhook", "There is no such webhook.")
                .answer();
    }
}
