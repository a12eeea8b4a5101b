package io.rhomboid.booking.subscription.http;

import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.Set;

import org.apache.hc.client5.http.classic.methods.HttpGet;
import org.apache.hc.core5.http.ClassicHttpResponse;
import org.apache.hc.core5.http.HttpHeaders;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.FilteredHostException;

import io.rhomboid.booking.subscription.Fetched;
import io.rhomboid.booking.subscription.ForeignCalendars;
import io.rhomboid.platform.outside.OutsideServers;

/** Asks the servers of others, and follows their redirects itself: each address is looked at anew. */
public final class HttpCalendars implements ForeignCalendars, AutoCloseable {

    private static final int MOST_BYTES = 5 * 1024 * 1024;
    private static final int MOST_REDIRECTS = 3;
    private static final Duration IN_ALL = Duration.ofSeconds(15);

    private final OutsideServers servers;

    /** @param inside whether addresses of our own network, and plain http, are allowed: for tests and trials only */
    public HttpCalendars(boolean inside) {
        this.servers = new OutsideServers("Rhomboid (calendar subscription)", Set.of("https", "webcal"), inside);
    }

    @Override
    public Optional<String> objection(URI address) {
        return servers.objection(address);
    }

    @Override
    public Fetched fetch(URI address, @Nullable String etag) {
        var until = Instant.now().plus(IN_ALL);
        var next = address;
        for (int redirects = 0; redirects <= MOST_REDIRECTS; redirects++) {
            var objection = objection(next);
            if (objection.isPresent()) return new Fetched.Failed("it leads to an address that " + objection.get());
            try {
                var step = ask(next, etag, until);
                if (step.fetched != null) return step.fetched;
                next = next.resolve(step.redirect);
            } catch (FilteredHostException e) {
                return new Fetched.Failed("its address is inside a private network");
            } catch (IOException | IllegalArgumentException e) {
                return new Fetched.Failed("its server can't be reached or does not answer as it should");
            }
        }
        return new Fetched.Failed("it leads on and on to other addresses");
    }

    private record Step(@Nullable Fetched fetched, URI redirect) {

        static Step end(Fetched fetched) {
            return new Step(fetched, URI.create(""));
        }
    }

    private Step ask(URI address, @Nullable String etag, Instant until) throws IOException {
        var plain = OutsideServers.scheme(address).equals("webcal")
                ? URI.create("https" + address.toString().substring(6))
                : address;
        var request = new HttpGet(plain);
        request.setHeader(HttpHeaders.ACCEPT, "text/calendar, text/plain;q=0.5, */*;q=0.1");
        if (etag != null) request.setHeader(HttpHeaders.IF_NONE_MATCH, etag);
        return servers.ask(request, response -> switch (response.getCode()) {
            case 200 -> Step.end(text(response, until));
            case 304 -> Step.end(new Fetched.Unchanged());
            case 301, 302, 303, 307, 308 -> {
                var location = response.getFirstHeader(HttpHeaders.LOCATION);
                if (location == null) throw new IOException("a redirect to nowhere");
                yield new Step(null, URI.create(location.getValue()));
            }
            case 401, 403 ->
                Step.end(new Fetched.Failed("its server says that we may not see it; share it by a private address"));
            case 404, 410 -> Step.end(new Fetched.Failed("its server says that there is no such calendar"));
            default -> Step.end(new Fetched.Failed("its server answers with status " + response.getCode()));
        });
    }

    private static Fetched text(ClassicHttpResponse response, Instant until) throws IOException {
        var etag = response.getFirstHeader(HttpHeaders.ETAG);
        try (var body = response.getEntity().getContent()) {
            var bytes = OutsideServers.read(body, MOST_BYTES, until);
            if (bytes == null) return new Fetched.Failed("it is larger than 5 MB or comes too slowly");
            return new Fetched.Text(new String(bytes, StandardCharsets.UTF_8), etag == null ? null : etag.getValue());
        }
    }

    @Override
    public void close() throws IOException {
        servers.close();
    }
}
