package io.rhomboid.notification.delivery.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.therapist.LicenceId;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.platform.web.ProblemException;

import static io.rhomboid.platform.identity.Who.PLATFORM_ADMIN;

/** What was sent about a booking or a licence, and what was not and why. Shows no address in clear. */
@Allowed(PLATFORM_ADMIN)
@RestController
@RequestMapping("/api/v1/deliveries")
public class DeliveryController {

    private final Deliveries deliveries;

    public DeliveryController(Deliveries deliveries) {
        this.deliveries = deliveries;
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
