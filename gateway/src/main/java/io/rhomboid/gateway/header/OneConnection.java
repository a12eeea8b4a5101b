package io.rhomboid.gateway.header;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Set;

import org.springframework.http.HttpHeaders;

/**
 * The headers that are about one connection and end with it: RFC 9110, section 7.6.1.
 *
 * @param named those that the header {@code Connection} names besides, in lower case
 */
record OneConnection(List<String> named) {

    private static final OneConnection NONE_NAMED = new OneConnection(List.of());

    /** Lower case. */
    private static final Set<String> ALWAYS = Set.of(
            "connection",
            "keep-alive",
            "proxy-authenticate",
            "proxy-authorization",
            "proxy-connection",
            "te",
            "trailer",
            "transfer-encoding",
            "upgrade");

    static OneConnection of(HttpHeaders headers) {
        var said = headers.getFirst(HttpHeaders.CONNECTION);
        if (said == null) return NONE_NAMED;
        return new OneConnection(headers.getOrEmpty(HttpHeaders.CONNECTION).stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(name -> name.strip().toLowerCase(Locale.ROOT))
                .toList());
    }

    /** @param header its name in lower case */
    boolean isFor(String header) {
        return ALWAYS.contains(header) || named.contains(header);
    }
}
