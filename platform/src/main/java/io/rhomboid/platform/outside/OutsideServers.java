package io.rhomboid.platform.outside;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;

import org.apache.hc.client5.http.classic.methods.HttpUriRequestBase;
import org.apache.hc.client5.http.impl.classic.CloseableHttpClient;
import org.apache.hc.core5.http.io.HttpClientResponseHandler;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.http.client.HttpClientSettings;
import org.springframework.boot.http.client.HttpComponentsHttpClientBuilder;
import org.springframework.boot.http.client.HttpRedirects;
import org.springframework.boot.http.client.InetAddressFilter;

/**
 * The servers of others. Their addresses come from people, so nothing inside our own network is ever asked: the client
 * itself looks at each address that a name resolves to, right before it connects, each time anew. It follows no redirect,
 * keeps no cookie and repeats nothing.
 */
public final class OutsideServers implements AutoCloseable {

    private static final int LONGEST_ADDRESS = 2_000;
    private static final Duration CONNECT = Duration.ofSeconds(3);
    private static final Duration BETWEEN_BYTES = Duration.ofSeconds(5);

    private final CloseableHttpClient http;
    private final Set<String> schemes;
    private final boolean inside;

    /**
     * @param userAgent as which we ask
     * @param schemes what an address may begin with
     * @param inside whether addresses of our own network, and plain http, are allowed: for tests and trials only
     */
    public OutsideServers(String userAgent, Set<String> schemes, boolean inside) {
        this.schemes = schemes;
        this.inside = inside;
        var settings = HttpClientSettings.defaults()
                .withRedirects(HttpRedirects.DONT_FOLLOW)
                .withTimeouts(CONNECT, BETWEEN_BYTES)
                .withInetAddressFilter(inside ? InetAddressFilter.all() : InetAddressFilter.externalAddresses());
        this.http = new HttpComponentsHttpClientBuilder()
                .withCustomizer(client -> client.setUserAgent(userAgent)
                        .disableCookieManagement()
                        .disableAuthCaching()
                        .disableAutomaticRetries())
                .build(settings);
    }

    /** Why we don't ask there, for who gave the address; nothing when we would. */
    public Optional<String> objection(URI address) {
        if (address.toString().length() > LONGEST_ADDRESS) {
            return Optional.of("must have at most " + LONGEST_ADDRESS + " characters");
        }
        var scheme = scheme(address);
        if (!schemes.contains(scheme) && !(inside && scheme.equals("http"))) {
            return Optional.of("must begin with "
                    + schemes.stream().sorted().map(one -> one + "://").collect(Collectors.joining(" or ")));
        }
        if (address.getHost() == null || address.getUserInfo() != null) {
            return Optional.of("must name a host, and no user");
        }
        return Optional.empty();
    }

    /** In small letters; empty if it has none. */
    public static String scheme(URI address) {
        return address.getScheme() == null ? "" : address.getScheme().toLowerCase(Locale.ROOT);
    }

    /**
     * Hangs up as soon as the answer is understood: what a server still says then, however much, is not heard.
     *
     * @throws org.springframework.boot.http.client.FilteredHostException if it is inside our own network
     */
    public <T> T ask(HttpUriRequestBase request, HttpClientResponseHandler<T> answered) throws IOException {
        var understood = new ArrayList<T>(1);
        try {
            http.execute(request, response -> {
                understood.add(answered.handleResponse(response));
                request.abort();
                return null;
            });
        } catch (IOException | RuntimeException e) {
            if (understood.isEmpty()) throw e;
        }
        return understood.getFirst();
    }

    /** Null if it is too much, or too slow. */
    public static byte @Nullable [] read(InputStream body, int mostBytes, Instant until) throws IOException {
        var all = new ByteArrayOutputStream();
        var some = new byte[16 * 1024];
        for (int count = body.read(some); count >= 0; count = body.read(some)) {
            all.write(some, 0, count);
            if (all.size() > mostBytes || Instant.now().isAfter(until)) return null;
        }
        return all.toByteArray();
    }

    @Override
    public void close() throws IOException {
        http.close();
    }
}
