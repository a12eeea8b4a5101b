package io.rhomboid.booking.subscription.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.subscription.Subscription;
import io.rhomboid.booking.subscription.Subscription.Conflict;
import io.rhomboid.booking.subscription.SubscriptionAnswer.BadAddress;
import io.rhomboid.booking.subscription.SubscriptionAnswer.Done;
import io.rhomboid.booking.subscription.SubscriptionAnswer.KeyReused;
import io.rhomboid.booking.subscription.SubscriptionAnswer.NotReady;
import io.rhomboid.booking.subscription.SubscriptionAnswer.TooMany;
import io.rhomboid.booking.subscription.SubscriptionAnswer.UnknownTherapist;
import io.rhomboid.booking.subscription.SubscriptionAnswer.Unreadable;
import io.rhomboid.booking.subscription.SubscriptionDesk;
import io.rhomboid.booking.subscription.SubscriptionId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.IdempotencyKey;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.CLINIC_ADMIN;
import static io.rhomboid.platform.identity.Who.THERAPIST;

/** A therapist's own calendars, whose busy times can't be booked. */
@Allowed(
        value = {THERAPIST, CLINIC_ADMIN},
        of = "therapist")
@RestController
@RequestMapping("/api/v1/therapists/{id}/subscriptions")
class SubscriptionController {

    private final SubscriptionDesk desk;
    private final BodyHash hash;

    SubscriptionController(SubscriptionDesk desk, BodyHash hash) {
        this.desk = desk;
        this.hash = hash;
    }

    /**
     * @param name what the therapist calls it
     * @param address of an iCalendar file, with https or webcal; as Google, Apple and Outlook give it for sharing
     */
    record SubscriptionRequest(
            @NotNull @NotBlank @Size(max = 80) String name,
            @NotNull @Size(max = 2000) String address) {}

    /**
     * @param host whose server it is; the whole address is not shown again, for it opens the calendar
     * @param readAt when it was read last
     * @param busyTimes found in the coming year
     * @param passedOver entries that could not be understood, and block nothing
     * @param failure why it could not be read since; what was read last stays blocked
     * @param conflicts bookings at times that it says are busy
     */
    record SubscriptionView(
            SubscriptionId id,
            String name,
            String host,
            Instant readAt,
            int busyTimes,
            int passedOver,
            @Nullable String failure,
            Instant nextLookAt,
            List<Conflict> conflicts) {

        static SubscriptionView of(Subscription subscription) {
            var last = subscription.last();
            return new SubscriptionView(
                    subscription.id(),
                    subscription.name(),
                    subscription.address().getHost(),
                    last.at(),
                    last.busyTimes(),
                    last.passedOver(),
                    subscription.failure(),
                    subscription.nextLookAt(),
                    last.conflicts());
        }
    }

    record SubscriptionsView(List<SubscriptionView> subscriptions) {}

    /** 201 with the subscription, read once and its times blocked; the same again for the same key and body. */
    @PostMapping
    @CanRefuse({
        "404 unknown-therapist: there is no such therapist",
        "409 too-many-subscriptions: five are the most",
        "422 calendar-unreadable: there is no calendar that we could read; says why",
        "503 catalogue-not-ready: we do not know the therapists yet"
    })
    @ApiResponse(
            responseCode = "201",
            description = "The subscription after its first reading",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    ResponseEntity<?> subscribe(
            @PathVariable TherapistId id, IdempotencyKey key, @RequestBody @Valid SubscriptionRequest request) {
        var path = "/api/v1/therapists/" + id + "/subscriptions";
        URI address;
        try {
            address = new URI(request.address.strip());
        } catch (URISyntaxException e) {
            return Problem.invalid("address", "must be an address, for example https://calendar.example/mira.ics")
                    .answer();
        }
        var op = new Op(key.value(), hash.of(request));
        return switch (desk.subscribe(new SubscriptionId(key.idFor(path)), op, id, request.name.strip(), address)) {
            case Done(var subscription) ->
                ResponseEntity.created(URI.create(path + "/" + subscription.id()))
                        .body(SubscriptionView.of(subscription));
            case UnknownTherapist _ -> unknown("therapist");
            case TooMany(var most) ->
                Problem.of(
                                HttpStatus.CONFLICT,
                                "too-many-subscriptions",
                                "A therapist can have " + most + " subscriptions. End one first.")
                        .answer();
            case BadAddress(var why) -> Problem.invalid("address", why).answer();
            case Unreadable(var why) ->
                Problem.of(
                                HttpStatus.UNPROCESSABLE_CONTENT,
                                "calendar-unreadable",
                                "The calendar can't be subscribed: " + why + ".")
                        .field("address", "must lead to an iCalendar file that anybody with the address can read")
                        .answer();
            case KeyReused _ -> IdempotencyKey.REUSED.answer();
            case NotReady _ ->
                Problem.of(
                                HttpStatus.SERVICE_UNAVAILABLE,
                                "catalogue-not-ready",
                                "We do not know the therapists yet. Try again in a few seconds.")
                        .answer();
        };
    }

    /** The oldest first; perhaps none. */
    @GetMapping
    SubscriptionsView list(@PathVariable TherapistId id) {
        return new SubscriptionsView(
                desk.of(id).stream().map(SubscriptionView::of).toList());
    }

    @GetMapping("/{subscriptionId}")
    @CanRefuse("404 unknown-subscription: this therapist has no such subscription")
    @ApiResponse(
            responseCode = "200",
            description = "The subscription",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    ResponseEntity<?> get(@PathVariable TherapistId id, @PathVariable SubscriptionId subscriptionId) {
        return desk.find(subscriptionId, id)
                .<ResponseEntity<?>>map(subscription -> ResponseEntity.ok(SubscriptionView.of(subscription)))
                .orElseGet(() -> unknown("subscription"));
    }

    /** Reads it again now; 200 with what came of it. */
    @PostMapping("/{subscriptionId}/readings")
    @CanRefuse("404 unknown-subscription: this therapist has no such subscription")
    @ApiResponse(
            responseCode = "200",
            description = "The subscription after the reading",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    ResponseEntity<?> read(@PathVariable TherapistId id, @PathVariable SubscriptionId subscriptionId) {
        return desk.find(subscriptionId, id)
                .<ResponseEntity<?>>map(subscription -> ResponseEntity.ok(SubscriptionView.of(desk.look(subscription))))
                .orElseGet(() -> unknown("subscription"));
    }

    /** 204; what was blocked for it can be booked again at once. */
    @DeleteMapping("/{subscriptionId}")
    @CanRefuse("404 unknown-subscription: this therapist has no such subscription")
    @ApiResponse(responseCode = "204", description = "It has ended")
    ResponseEntity<?> end(@PathVariable TherapistId id, @PathVariable SubscriptionId subscriptionId) {
        return desk.end(subscriptionId, id) ? ResponseEntity.noContent().build() : unknown("subscription");
    }

    private static ResponseEntity<?> unknown(String noun) {
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-" + noun, "There is no such " + noun + ".")
                .answer();
    }
}
