package io.rhomboid.notification.push.web;

import java.net.URI;
import java.net.URISyntaxException;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.notification.inbox.web.Readers;
import io.rhomboid.notification.push.PushServers;
import io.rhomboid.notification.push.Subscription;
import io.rhomboid.notification.push.Subscriptions;
import io.rhomboid.notification.push.Vapid;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;

import static io.rhomboid.platform.identity.Who.SIGNED_IN;

/** The browsers of who has signed in, and whether they are told. */
@Allowed(SIGNED_IN)
@RestController
@RequestMapping("/api/v1/push")
public class PushController {

    private final Subscriptions subscriptions;
    private final PushServers service;
    private final Vapid vapid;
    private final Readers readers;
    private final Clock clock;

    public PushController(Subscriptions subscriptions, PushServers service, Vapid vapid, Readers readers, Clock clock) {
        this.subscriptions = subscriptions;
        this.service = service;
        this.vapid = vapid;
        this.readers = readers;
        this.clock = clock;
    }

    /** @param publicKey for {@code pushManager.subscribe}, as {@code applicationServerKey} */
    record KeyView(String publicKey) {}

    /** As the browser's {@code PushSubscription} has it; a time when it ends is passed over. */
    record SubscriptionRequest(
            @NotNull @Size(max = 2000) String endpoint,
            @NotNull @Valid KeysRequest keys,
            @org.jspecify.annotations.Nullable Long expirationTime) {}

    record KeysRequest(
            @NotNull @Size(max = 100) String p256dh,
            @NotNull @Size(max = 50) String auth) {}

    /** @param host of the push service; the whole address is not shown again */
    record SubscriptionView(@Schema(format = "uuid") String id, String host, Instant at) {

        static SubscriptionView of(Subscription subscription) {
            return new SubscriptionView(
                    subscription.id(), subscription.endpoint().getHost(), subscription.at());
        }
    }

    record SubscriptionsView(List<SubscriptionView> subscriptions) {}

    @GetMapping("/key")
    KeyView key() {
        return new KeyView(vapid.publicKey());
    }

    /**
     * 201; the same again for the same browser, whose keys and owner's roles are then taken anew. A page says it at each
     * start, so it needs no Idempotency-Key. Ten browsers are the most; the longest unsaid gives way.
     */
    @PostMapping("/subscriptions")
    @CanRefuse("400 invalid-field: no address that we would ask, or keys with which nothing can be encrypted")
    @ApiResponse(
            responseCode = "201",
            description = "The browser is told from now on",
            content = @Content(schema = @Schema(implementation = SubscriptionView.class)))
    ResponseEntity<?> subscribe(@RequestBody @Valid SubscriptionRequest request) {
        URI endpoint;
        try {
            endpoint = new URI(request.endpoint);
        } catch (URISyntaxException e) {
            return Problem.invalid("endpoint", "must be the address that the browser gave")
                    .answer();
        }
        var objection = service.objection(endpoint);
        if (objection.isPresent())
            return Problem.invalid("endpoint", objection.get()).answer();
        Subscription.Keys keys;
        try {
            keys = new Subscription.Keys(request.keys.p256dh, request.keys.auth);
        } catch (IllegalArgumentException e) {
            return Problem.invalid("keys", String.valueOf(e.getMessage())).answer();
        }
        var reader = readers.current();
        var name = (reader.person() + "\n" + endpoint).getBytes(StandardCharsets.UTF_8);
        var subscription =
                new Subscription(UUID.nameUUIDFromBytes(name).toString(), endpoint, keys, reader, clock.instant());
        subscriptions.keep(subscription);
        return ResponseEntity.created(URI.create("/api/v1/push/subscriptions/" + subscription.id()))
                .body(SubscriptionView.of(subscription));
    }

    /** One's own, the newest first. */
    @GetMapping("/subscriptions")
    SubscriptionsView list() {
        return new SubscriptionsView(subscriptions.of(readers.current().person()).stream()
                .map(SubscriptionView::of)
                .toList());
    }

    @DeleteMapping("/subscriptions/{id}")
    @CanRefuse("404 unknown-subscription: you have no such browser")
    @ApiResponse(responseCode = "204", description = "The browser is told no more")
    ResponseEntity<?> remove(@PathVariable String id) {
        if (subscriptions.remove(readers.current().person(), id))
            return ResponseEntity.noContent().build();
        return Problem.of(HttpStatus.NOT_FOUND, "unknown-subscription", "There is no such subscription.")
                .answer();
    }
}
