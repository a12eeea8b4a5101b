package io.rhomboid.notification.push.http;

import java.io.IOException;
import java.net.URI;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeoutException;

import org.apache.hc.client5.http.classic.methods.HttpPost;
import org.apache.hc.core5.http.ContentType;
import org.apache.hc.core5.http.io.entity.ByteArrayEntity;
import org.springframework.boot.http.client.FilteredHostException;

import io.rhomboid.notification.provider.Provider;
import io.rhomboid.notification.provider.Provider.NotAsked;
import io.rhomboid.notification.provider.ProviderSettings;
import io.rhomboid.notification.push.PushServers;
import io.rhomboid.platform.outside.OutsideServers;

/** Each push service is borne with by itself. Their addresses come from browsers, so none is inside our own network. */
public final class HttpPushServers implements PushServers, AutoCloseable {

    /** A message that reaches nobody for a day is no news any more. */
    private static final String SECONDS_KEPT = "86400";

    private final OutsideServers servers;
    private final ProviderSettings settings;
    private final Clock clock;
    private final Map<String, Provider> providers = new ConcurrentHashMap<>();

    /** @param inside whether addresses of our own network, and plain http, are allowed: for tests only */
    public HttpPushServers(ProviderSettings settings, boolean inside, Clock clock) {
        this.servers = new OutsideServers("Rhomboid (web push)", Set.of("https"), inside);
        this.settings = settings;
        this.clock = clock;
    }

    @Override
    public Optional<String> objection(URI endpoint) {
        return servers.objection(endpoint);
    }

    private record Answered(Reply reply, boolean fromWhoIsWell) implements Provider.Answer {}

    @Override
    public Reply push(URI endpoint, String authorization, String topic, byte[] sealed) {
        var provider = providers.computeIfAbsent(
                endpoint.getAuthority(), host -> new Provider("push-" + host, settings, clock));
        try {
            return provider.ask(() -> post(endpoint, authorization, topic, sealed)).reply;
        } catch (NotAsked e) {
            return new Reply.NotAsked(e.forAbout());
        } catch (FilteredHostException e) {
            return new Reply.Gone();
        } catch (TimeoutException | IOException e) {
            return new Reply.NotNow("the push service can't be reached");
        }
    }

    private Answered post(URI endpoint, String authorization, String topic, byte[] sealed) throws IOException {
        var request = new HttpPost(endpoint);
        request.setHeader("Authorization", authorization);
        request.setHeader("TTL", SECONDS_KEPT);
        request.setHeader("Topic", topic);
        request.setHeader("Urgency", "normal");
        request.setHeader("Content-Encoding", "aes128gcm");
        request.setEntity(new ByteArrayEntity(sealed, ContentType.APPLICATION_OCTET_STREAM));
        return servers.ask(request, response -> understood(response.getCode()));
    }

    private static Answered understood(int status) {
        if (status >= 200 && status < 300) return new Answered(new Reply.Taken(), true);
        if (status == 404 || status == 410) return new Answered(new Reply.Gone(), true);
        if (status == 429 || status >= 500) return new Answered(new Reply.NotNow("status " + status), false);
        return new Answered(new Reply.Refused("refused: status " + status), true);
    }

    @Override
    public void close() throws IOException {
        servers.close();
    }
}
