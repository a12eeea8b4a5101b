package io.rhomboid.notification.webhook;

import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.random.RandomGenerator;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.notification.webhook.Endpoint.Disabled;
import io.rhomboid.notification.webhook.Endpoint.Why;
import io.rhomboid.notification.webhook.Message.State;
import io.rhomboid.notification.webhook.Messages.Outcome;
import io.rhomboid.notification.webhook.Receiver.Reply;
import io.rhomboid.notification.webhook.WebhookAnswer.BadAddress;
import io.rhomboid.notification.webhook.WebhookAnswer.Changed;
import io.rhomboid.notification.webhook.WebhookAnswer.Done;
import io.rhomboid.notification.webhook.WebhookAnswer.KeyReused;
import io.rhomboid.notification.webhook.WebhookAnswer.TooMany;
import io.rhomboid.notification.webhook.WebhookAnswer.Unknown;

/** Looks after endpoints, writes down what they are to be told, and tells them. */
public final class WebhookDesk {

    private static final int MOST = 10;
    private static final Duration KEPT = Duration.ofDays(30);

    private final Endpoints endpoints;
    private final Messages messages;
    private final Receiver receiver;
    private final Keys keys;
    private final EndpointWatch watch;
    private final Duration lease;
    private final Clock clock;
    private final RandomGenerator random;

    /** The key of an endpoint with that number; the same whenever it is asked for. */
    @FunctionalInterface
    public interface Keys {
        byte[] key(EndpointId endpoint, long number);
    }

    /** @param lease how long an instance that died keeps a message; longer than an attempt takes */
    public WebhookDesk(
            Endpoints endpoints,
            Messages messages,
            Receiver receiver,
            Keys keys,
            EndpointWatch watch,
            Duration lease,
            Clock clock,
            RandomGenerator random) {
        this.endpoints = endpoints;
        this.messages = messages;
        this.receiver = receiver;
        this.keys = keys;
        this.watch = watch;
        this.lease = lease;
        this.clock = clock;
        this.random = random;
    }

    public WebhookAnswer add(
            EndpointId id,
            String bodyHash,
            ClinicId clinic,
            URI address,
            @Nullable String description,
            Set<EventType> types) {
        var made = alreadyMade(id, bodyHash);
        if (made.isPresent()) return made.get();
        var objection = receiver.objection(address);
        if (objection.isPresent()) return new BadAddress(objection.get());
        if (endpoints.of(clinic).size() >= MOST) return new TooMany(MOST);
        var endpoint = new Endpoint(id, 1, clinic, address, description, types, 1, null, null, null, clock.instant());
        return endpoints.add(endpoint, bodyHash)
                ? new Done(endpoint)
                : alreadyMade(id, bodyHash).orElseGet(Unknown::new);
    }

    private Optional<WebhookAnswer> alreadyMade(EndpointId id, String bodyHash) {
        return endpoints
                .find(id)
                .map(kept -> kept.bodyHash().equals(bodyHash) ? new Done(kept.endpoint()) : new KeyReused());
    }

    public Optional<Endpoint> find(EndpointId id) {
        return endpoints.find(id).map(Endpoints.Kept::endpoint);
    }

    public List<Endpoint> of(ClinicId clinic) {
        return endpoints.of(clinic);
    }

    /** What its receiver checks signatures with, for example {@code whsec_…}. */
    public String secret(Endpoint endpoint) {
        return Signature.shown(keys.key(endpoint.id(), endpoint.keyNumber()));
    }

    public WebhookAnswer rotate(EndpointId id, long version) {
        var now = clock.instant();
        return change(id, version, endpoint -> endpoint.rotated(now));
    }

    public WebhookAnswer enable(EndpointId id, long version) {
        receiver.forget(id);
        return change(id, version, endpoint -> endpoint.disabled(null));
    }

    public WebhookAnswer disable(EndpointId id, long version) {
        var why = new Disabled(clock.instant(), Why.CLINIC);
        return change(id, version, endpoint -> endpoint.disabled(why));
    }

    private WebhookAnswer change(EndpointId id, long version, java.util.function.UnaryOperator<Endpoint> change) {
        var endpoint = find(id).orElse(null);
        if (endpoint == null) return new Unknown();
        if (endpoint.version() != version) return new Changed();
        var changed = change.apply(endpoint);
        return endpoints.save(changed) ? new Done(changed) : new Changed();
    }

    /** With all it was told and was to be told. */
    public WebhookAnswer remove(EndpointId id, long version) {
        var endpoint = find(id).orElse(null);
        if (endpoint == null) return new Unknown();
        if (!endpoints.remove(id, version)) return new Changed();
        messages.forget(id);
        receiver.forget(id);
        return new Done(endpoint);
    }

    /** Sends a message about nothing right now, also to one that is disabled or was just left in peace; once only. */
    public Reply test(Endpoint endpoint) {
        receiver.forget(endpoint.id());
        var now = clock.instant();
        var body = "{\"type\":\"webhook.test\",\"timestamp\":\"" + now + "\",\"data\":{\"endpointId\":\""
                + endpoint.id() + "\",\"clinicId\":\"" + endpoint.clinicId() + "\"}}";
        return send(endpoint, "msg_" + UUID.randomUUID(), body);
    }

    public List<Message> told(EndpointId endpoint, int most) {
        return messages.of(endpoint, most);
    }

    /** Makes one that has ended due again; false if there is none, or it has not ended. */
    public boolean again(EndpointId endpoint, String webhookId) {
        return messages.find(Message.id(endpoint, webhookId))
                .filter(message -> messages.again(message, clock.instant()))
                .isPresent();
    }

    /**
     * Writes down who of the clinic's is to be told; true if somebody is. What happened before an endpoint was made, or
     * too long ago, is not news: so a replay of everything tells nobody anything twice.
     */
    public boolean record(ClinicId clinic, EventType type, Fact fact) {
        var now = clock.instant();
        if (fact.occurredAt().plus(Schedule.GIVE_UP_AFTER).isBefore(now)) return false;
        var news = false;
        for (var endpoint : endpoints.of(clinic)) {
            if (!endpoint.isEnabled()
                    || !endpoint.types().contains(type)
                    || fact.occurredAt().isBefore(endpoint.createdAt())) continue;
            news |= messages.add(Message.due(endpoint.id(), fact, now));
        }
        return news;
    }

    /** Takes one message in hand and brings it as far as it goes. */
    void attend(Message message, String owner) {
        var now = clock.instant();
        if (!messages.take(message, owner, now, now.plus(lease))) return;
        var endpoint = find(message.endpointId()).orElse(null);
        if (endpoint == null) {
            messages.forget(message.endpointId());
            return;
        }
        var outcome = endpoint.isEnabled()
                ? outcome(endpoint, message, send(endpoint, message.webhookId(), message.body()))
                : ended(message, null, "the endpoint is disabled");
        messages.settle(message, owner, outcome);
        watch.attempted(message, outcome);
    }

    private Reply send(Endpoint endpoint, String webhookId, String body) {
        var at = clock.instant();
        var signature = Signature.of(
                webhookId,
                at,
                body,
                endpoint.keys(at).stream()
                        .map(number -> keys.key(endpoint.id(), number))
                        .toList());
        return receiver.deliver(
                endpoint.id(), new Receiver.Envelope(endpoint.address(), webhookId, at, signature, body));
    }

    private Outcome outcome(Endpoint endpoint, Message message, Reply reply) {
        var now = clock.instant();
        return switch (reply) {
            case Reply.Taken(var status) -> {
                if (endpoint.failingSince() != null) endpoints.well(endpoint.id());
                yield new Outcome(State.SENT, message.attempts() + 1, null, status, null, now);
            }
            case Reply.NotAsked(var forAbout) ->
                new Outcome(
                        State.DUE, message.attempts(), now.plus(forAbout), message.status(), message.reason(), null);
            case Reply.Gone _ -> {
                disable(endpoint, Why.GONE, now);
                yield ended(message, 410, "the endpoint is gone");
            }
            case Reply.NotTaken(var status, var reason, var asked) -> {
                if (endpoint.failingSince() == null) endpoints.failing(endpoint.id(), now);
                var failed = message.attempts() + 1;
                var next = Schedule.next(failed, message.recordedAt(), now, asked, random);
                if (next.isEmpty()) {
                    if (hasLastingTrouble(endpoint, now)) disable(endpoint, Why.FAILING, now);
                    yield ended(message, status, reason);
                }
                yield new Outcome(State.DUE, failed, next.get(), status, reason, null);
            }
        };
    }

    private static boolean hasLastingTrouble(Endpoint endpoint, Instant now) {
        var since = endpoint.failingSince();
        return since != null && !now.isBefore(since.plus(Schedule.LASTING));
    }

    private static Outcome ended(Message message, @Nullable Integer status, String reason) {
        return new Outcome(State.FAILED, message.attempts() + 1, null, status, reason, null);
    }

    /** By whichever message comes first; the clinic is told once. */
    private void disable(Endpoint endpoint, Why why, Instant now) {
        var disabled = endpoint.disabled(new Disabled(now, why));
        if (endpoints.save(disabled)) watch.disabled(disabled);
    }

    /** Of what has ended, as much as anybody asks about is kept. */
    public long tidy() {
        return messages.forgetEndedBefore(clock.instant().minus(KEPT));
    }
}
