package io.rhomboid.notification.delivery.web;

import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.sms.TextStatus;
import io.rhomboid.notification.sms.Texts;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.DESK;
import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;
import static java.util.Objects.requireNonNull;

/** What was sent about a booking or a licence, and what was not and why. Shows no address in clear. */
@Allowed(PLATFORM_ADMIN)
@RestController
@RequestMapping("/api/v1/deliveries")
public class DeliveryController {

    private static final int MOST = 200;

    private final Deliveries deliveries;
    private final Texts texts;
    private final Clock clock;

    public DeliveryController(Deliveries deliveries, Texts texts, Clock clock) {
        this.deliveries = deliveries;
        this.texts = texts;
        this.clock = clock;
    }

    /** In the order of its changes; empty when nothing was ever to be told. Exactly one of the two must be named. */
    @GetMapping
    @Operation(
            summary =
                    "Why did she (not) get it? All messages about one booking or licence, in the order of its changes")
    @CanRefuse("400 invalid-parameter: neither a booking nor a licence is named, or both are")
    DeliveriesView about(
            @RequestParam(required = false) @Parameter(schema = @Schema(type = "string", format = "uuid")) @Nullable
                    BookingId bookingId,
            @RequestParam(required = false) @Parameter(schema = @Schema(type = "string", format = "uuid")) @Nullable
                    LicenceId licenceId) {
        return new DeliveriesView(deliveries.along(line(bookingId, licenceId)).stream()
                .map(DeliveryView::of)
                .toList());
    }

    /**
     * Why somebody did (not) hear of something at this clinic: each decision with its reason. About a booking in the order
     * of its changes, or to a client the newest first, at most two hundred. What the provider of text messages has said
     * since is there as well.
     */
    @GetMapping("/log")
    @Allowed(value = DESK, of = "clinic", by = "clinicId")
    @CanRefuse("400 invalid-parameter: neither a booking nor a client is named, or both are")
    LogView log(
            @RequestParam @Parameter(schema = @Schema(type = "string", format = "uuid")) ClinicId clinicId,
            @RequestParam(required = false) @Parameter(schema = @Schema(type = "string", format = "uuid")) @Nullable
                    BookingId bookingId,
            @RequestParam(required = false) @Parameter(schema = @Schema(type = "string", format = "uuid")) @Nullable
                    ClientId clientId) {
        if (bookingId == null == (clientId == null)) {
            var message = "or clientId must be named, and not both";
            throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "bookingId " + message)
                    .field("bookingId", message));
        }
        var found = bookingId == null
                ? deliveries.to(Subject.of(requireNonNull(clientId)), MOST)
                : deliveries.along(Occasion.line(bookingId));
        var theirs = found.stream()
                .filter(delivery -> delivery.clinic().filter(clinicId::equals).isPresent())
                .toList();
        var said = texts.whatBecameOf(theirs.stream()
                .map(Delivery::providerId)
                .filter(Objects::nonNull)
                .toList());
        return new LogView(theirs.stream()
                .map(delivery -> new EntryView(
                        delivery.id(),
                        DeliveryView.of(delivery),
                        Optional.ofNullable(delivery.providerId())
                                .map(said::get)
                                .map(TextStatus::words)
                                .orElse(null)))
                .toList());
    }

    /**
     * 202: says it once more, on the same channel, as a delivery of its own; also what was refused or given up before. It
     * is still not said after there is newer news, or when it is too late.
     */
    @PostMapping("/resends")
    @Allowed(value = DESK, of = "clinic", by = "clinicId")
    @CanRefuse({
        "409 cannot-be-resent: it is on its way, or was about somebody of whom nothing is kept",
        "422 unknown-delivery: there is no such delivery at this clinic"
    })
    @ApiResponse(
            responseCode = "202",
            description = "It is due",
            content = @Content(schema = @Schema(implementation = ResentView.class)))
    ResponseEntity<?> resend(
            @RequestParam @Parameter(schema = @Schema(type = "string", format = "uuid")) ClinicId clinicId,
            IdempotencyKey key,
            @RequestBody @Valid ResendRequest request) {
        var delivery = deliveries
                .find(request.deliveryId)
                .filter(one -> one.clinic().filter(clinicId::equals).isPresent())
                .orElse(null);
        if (delivery == null) {
            return Problem.of(
                            HttpStatus.UNPROCESSABLE_CONTENT,
                            "unknown-delivery",
                            "There is no such delivery at this clinic. Take an id of its log.")
                    .field("deliveryId", "must be the id of a delivery at this clinic")
                    .answer();
        }
        var again = delivery.again(key.idFor(request.deliveryId).toString(), clock.instant());
        if (deliveries.find(again.id()).isEmpty()) {
            if (!delivery.canBeSaidAgain()) {
                return Problem.of(
                                HttpStatus.CONFLICT,
                                "cannot-be-resent",
                                "It is on its way, or was about somebody of whom nothing is kept. Look at the log.")
                        .answer();
            }
            deliveries.add(again);
        }
        return ResponseEntity.accepted().body(new ResentView(again.id()));
    }

    /** @param deliveryId as the log has it */
    record ResendRequest(@NotNull @Size(max = 400) String deliveryId) {}

    record ResentView(String deliveryId) {}

    record LogView(List<EntryView> entries) {}

    /**
     * @param providerSays of a text message, for example {@code undelivered, code 30003}
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record EntryView(
            String deliveryId,
            DeliveryView delivery,
            @Nullable String providerSays) {}

    private static String line(@Nullable BookingId bookingId, @Nullable LicenceId licenceId) {
        if (bookingId != null && licenceId == null) return Occasion.line(bookingId);
        if (licenceId != null && bookingId == null) return Occasion.line(licenceId);
        var message = "or licenceId must be named, and not both";
        throw new ProblemException(Problem.of(HttpStatus.BAD_REQUEST, "invalid-parameter", "bookingId " + message)
                .field("bookingId", message));
    }

    record DeliveriesView(List<DeliveryView> deliveries) {}

    /**
     * @param about {@code booking/…} or {@code licence/…}
     * @param version of what the message tells of
     * @param recipient {@code client}, whoever that is, or {@code clinic/…}
     * @param nextAttemptAt only while it is open
     * @param sentTo masked; only once sent
     * @param providerId by which whoever took it over knows it: of a mail its Message-ID
     * @param reason why it waits, was put off, failed or was skipped
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(
            String about,
            long version,
            String recipient,
            MessageKind kind,
            Channel channel,
            Delivery.State state,
            int attempts,
            Instant occurredAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant sentAt,
            @Schema(example = "j…@c….example") @Nullable String sentTo,
            @Nullable String providerId,

            @Schema(example = "recipient refused: 550 5.1.1") @Nullable
            String reason) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.occasion().line(),
                    delivery.occasion().event().version(),
                    delivery.recipient().isClient()
                            ? "client"
                            : delivery.recipient().key(),
                    delivery.kind(),
                    delivery.channel(),
                    delivery.state(),
                    delivery.attempts(),
                    delivery.occasion().event().occurredAt(),
                    delivery.isOpen() ? delivery.nextAttemptAt() : null,
                    delivery.sentAt(),
                    delivery.sentTo(),
                    delivery.providerId(),
                    delivery.reason());
        }
    }
}
