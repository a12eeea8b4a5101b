package io.rhomboid.gateway.header;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.List;

import org.springframework.web.server.ServerWebExchange;

/**
 * What a browser may load and run on behalf of an answer, for the header {@code Content-Security-Policy}.
 *
 * <p>A page of ours marks its scripts and styles with a word ({@code nonce}) that is made for this one answer. The browser
 * runs what bears it, and nothing else: not what somebody has slipped into the page, not even a file of this host.
 */
public final class PagePolicy {

    private static final String ATTRIBUTE = PagePolicy.class.getName();
    private static final String EMBEDDED = ATTRIBUTE + ".embedded";
    private static final String FOR_OTHERS = ATTRIBUTE + ".for-others";
    private static final String UNFRAMED = "frame-ancestors 'none'";
    private static final SecureRandom RANDOM = new SecureRandom();

    /** Answers that are no page of ours: nothing may be loaded or run from them. */
    private static final String NOTHING = "default-src 'none'; frame-ancestors 'none'";

    private static final String MARKED = "default-src 'none'; script-src 'nonce-%1$s'; style-src 'nonce-%1$s';"
            + " font-src 'self'; img-src 'self' data:; connect-src 'self'; manifest-src 'self'; worker-src 'self';"
            + " base-uri 'none'; form-action 'none';"
            + " frame-ancestors 'none'";

    /** What runs behind the pages may ask this host, and load nothing. */
    private static final String WORKER = "default-src 'none'; connect-src 'self'; frame-ancestors 'none'";

    private PagePolicy() {}

    /** The word for the page that answers this request: 128 random bits. */
    public static String nonceFor(ServerWebExchange exchange) {
        var bytes = new byte[16];
        RANDOM.nextBytes(bytes);
        var nonce = Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
        exchange.getAttributes().put(ATTRIBUTE, MARKED.formatted(nonce));
        return nonce;
    }

    /** This request is answered with the script that runs behind the pages and keeps them for a bad connection. */
    public static void ofWorker(ServerWebExchange exchange) {
        exchange.getAttributes().put(ATTRIBUTE, WORKER);
    }

    /** This request is answered with a page that other sites, of those the settings name, may show in a frame. */
    public static void embedded(ServerWebExchange exchange) {
        exchange.getAttributes().put(EMBEDDED, true);
    }

    /** This request is answered with a file that pages of other sites may load. */
    public static void forOthers(ServerWebExchange exchange) {
        exchange.getAttributes().put(FOR_OTHERS, true);
    }

    static boolean isForOthers(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(FOR_OTHERS);
    }

    static boolean isEmbedded(ServerWebExchange exchange) {
        return exchange.getAttributes().containsKey(EMBEDDED);
    }

    /** @param embedOrigins who may frame what is embedded */
    static String of(ServerWebExchange exchange, List<String> embedOrigins) {
        String policy = exchange.getAttributeOrDefault(ATTRIBUTE, NOTHING);
        return isEmbedded(exchange) && !embedOrigins.isEmpty()
                ? policy.replace(UNFRAMED, "frame-ancestors " + String.join(" ", embedOrigins))
                : policy;
    }
}
