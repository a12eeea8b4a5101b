package io.rhomboid.notification.delivery.web;

import java.time.Instant;
import java.util.List;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.message.MessageKind;

/** What was sent about a booking, and what was not and why. Shows no address in clear. */
@RestController
@RequestMapping("/api/v1/deliveries")
public class DeliveryController {

    private final Deliveries deliveries;

    public DeliveryController(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** In the order of the booking's versions; empty when nothing was ever to be told. */
    @GetMapping
    @Operation(summary = "Why did she (not) get it? All messages about one booking, in the order of its changes")
    DeliveriesView ofBooking(
            @RequestParam @Parameter(schema = @Schema(type = "string", format = "uuid")) BookingId bookingId) {
        return new DeliveriesView(
                deliveries.ofBooking(bookingId).stream().map(DeliveryView::of).toList());
    }

    record DeliveriesView(List<DeliveryView> deliveries) {}

    /**
     * @param version of the booking that the message tells of
     * @param nextAttemptAt only while it is open
     * @param sentTo masked; only once sent
     * @param reason why it waits, was put off, failed or was skipped
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record DeliveryView(
            @Schema(type = "string", format = "uuid") BookingId bookingId,
            long version,
            MessageKind kind,
            @Schema(allowableValues = "mail") String channel,
            Delivery.State state,
            int attempts,
            Instant occurredAt,
            @Nullable Instant nextAttemptAt,
            @Nullable Instant sentAt,
            @Schema(example = "j…@c….example") @Nullable String sentTo,
            @Nullable String messageId,

            @Schema(example = "recipient refused: 550 5.1.1") @Nullable
            String reason) {

        static DeliveryView of(Delivery delivery) {
            return new DeliveryView(
                    delivery.event().bookingId(),
                    delivery.event().version(),
                    delivery.kind(),
                    "mail",
                    delivery.state(),
                    delivery.attempts(),
                    delivery.event().occurredAt(),
                    delivery.isOpen() ? delivery.nextAttemptAt() : null,
                    delivery.sentAt(),
                    delivery.sentTo(),
                    delivery.messageId(),
                    delivery.reason());
        }
    }
}
