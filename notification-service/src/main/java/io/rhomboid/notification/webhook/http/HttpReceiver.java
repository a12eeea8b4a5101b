package io.rhomboid.notification.webhook.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.ZonedDateTime;
import java.time.format.DateTimeFormatter;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.HttpHeaders;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.FilteredHostException;

import io.rhomboid.notification.provider.Provider;
import io.rhomboid.notification.provider.Provider.NotAsked;
import io.rhomboid.notification.provider.ProviderSettings;
import io.rhomboid.notification.webhook.EndpointId;
import io.rhomboid.notification.webhook.Receiver;
import io.rhomboid.platform.outside.OutsideServers;

/** Each endpoint is borne with by itself: what one does makes no difference to the others. */
public final class HttpReceiver implements Receiver, AutoCloseable {

    private final OutsideServers servers;
    private final ProviderSettings settings;
    private final Clock clock;
    private final Map<EndpointId, Provider> providers = new ConcurrentHashMap<>();

    /** @param inside whether addresses of our own network, and plain http, are allowed: for tests and trials only */
    public HttpReceiver(ProviderSettings settings, boolean inside, Clock clock) {
        this.servers = new OutsideServers("Rhomboid (webhook)", Set.of("https"), inside);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<String> objection(URI address) {
        return servers.objection(address);
    }

    @Override
    public boolean mayBeAsked(EndpointId endpoint) {
        var provider = providers.get(endpoint);
        return provider == null || provider.mayBeAsked();
    }

    @Override
    public void forget(EndpointId endpoint) {
        providers.remove(endpoint);
    }

    /** @param reply whether its sender is in trouble, a refusal does not say: also one that stands is an answer */
    private record Answered(Reply reply, boolean fromWhoIsWell) implements Provider.Answer {}

    @Override
    public Reply deliver(EndpointId endpoint, Envelope envelope) {
        var provider = providers.computeIfAbsent(endpoint, id -> new Provider("webhook-" + id, settings, clock));
        try {
            return provider.ask(() -> post(envelope)).reply;
        } catch (NotAsked e) {
            return new Reply.NotAsked(e.forAbout());
        } catch (FilteredHostException e) {
            return new Reply.NotTaken(null, "its address is inside a private network", null);
        } catch (TimeoutException e) {
            return new Reply.NotTaken(null, "it did not answer in time", null);
        } catch (IOException e) {
            return new Reply.NotTaken(null, "it can't be reached or does not answer as it should", null);
        }
    }

    private Answered post(Envelope envelope) throws IOException {
        var request = new HttpPost(envelope.address());
        request.setHeader("webhook-id", envelope.webhookId());
        request.setHeader("webhook-timestamp", String.valueOf(envelope.at().getEpochSecond()));
        request.setHeader("webhook-signature", envelope.signature());
        request.setEntity(new ByteArrayEntity(
                envelope.body().getBytes(StandardCharsets.UTF_8), ContentType.create("application/json")));
        return servers.ask(request, response -> understood(response));
    }

    private Answered understood(ClassicHttpResponse response) {
        var status = response.getCode();
        if (status >= 200 && status < 300) return new Answered(new Reply.Taken(status), true);
        if (status == 410) return new Answered(new Reply.Gone(), true);
        var after = response.getFirstHeader(HttpHeaders.RETRY_AFTER);
        var reply = new Reply.NotTaken(
                status, "it answered with status " + status, after == null ? null : pause(after.getValue()));
        return new Answered(reply, status < 500 && status != 429);
    }

    /** Seconds, or a date; null if it is neither. */
    private @Nullable Duration pause(String retryAfter) {
        try {
            if (retryAfter.matches("[0-9]{1,9}")) return Duration.ofSeconds(Long.parseLong(retryAfter));
            var until = ZonedDateTime.parse(retryAfter, DateTimeFormatter.RFC_1123_DATE_TIME);
            return Duration.between(clock.instant(), until.toInstant());
        } catch (DateTimeException e) {
            return null;
        }
    }

    @Override
    public void close() throws IOException {
        servers.close();
    }
}
