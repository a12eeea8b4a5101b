package io.rhomboid.gateway.limit;

import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Stream;

import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

/** What kind of thing a request asks for; each kind has an allowance of its own. The first that fits. */
public enum Asked {
    /** To be let in: each try makes a session that is kept, and work for whoever signs people in. */
    SIGN_IN("sign in", "/login/**", "/oauth2/**"),
    /** A guest's link for a short session: what guessers of links repeat. */
    LINK("exchange a link", "/api/v1/guest-passes/**"),
    /** What fills calendars and sends mails. */
    CREATE(
            "create something",
            "/api/v1/bookings",
            "/api/v1/series",
            "/api/v1/plans",
            "/api/v1/waitlist",
            "/api/v1/vouchers",
            "/api/v1/reviews",
            "/api/v1/calendars"),
    /** Questions that take a whole catalogue or many calendars to answer. */
    SEARCH(
            "search",
            "/api/v1/availability/**",
            "/api/v1/therapists",
            "/api/v1/clinics",
            "/api/v1/treatments",
            "/api/v1/guide/**",
            "/api/v1/calendar/*"),
    /** Everything else. */
    OTHER("ask");

    private static final String ATTRIBUTE = Asked.class.getName();
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    private final String spoken;
    private final List<PathPattern> paths;

    Asked(String spoken, String... paths) {
        this.spoken = spoken;
        this.paths =
                Stream.of(paths).map(PathPatternParser.defaultInstance::parse).toList();
    }

    /**
     * Whether it waits when there is more to do than can be done: who searches can search again, who books has decided,
     * and who comes to the desk stands there.
     */
    public boolean givesWay() {
        return this == SEARCH;
    }

    /** Whether who has signed in is counted as the person they are; what is asked to get in is counted by address. */
    boolean isCountedForPeople() {
        return this != SIGN_IN && this != LINK;
    }

    /** As in settings, headers and metrics. */
    String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** As in "you may <i>search</i> 10 times". */
    String spoken() {
        return spoken;
    }

    public static Asked of(ServerWebExchange exchange) {
        Asked known = exchange.getAttribute(ATTRIBUTE);
        if (known != null) return known;
        var request = exchange.getRequest();
        var found = of(request.getMethod(), request.getPath().pathWithinApplication());
        exchange.getAttributes().put(ATTRIBUTE, found);
        return found;
    }

    /** @param path as the gateway sees it, without query */
    static Asked of(HttpMethod method, PathContainer path) {
        for (var kind : values()) {
            if (kind.takes(method) && kind.paths.stream().anyMatch(pattern -> pattern.matches(path))) return kind;
        }
        return OTHER;
    }

    private boolean takes(HttpMethod method) {
        return switch (this) {
            case CREATE -> method.equals(HttpMethod.POST);
            // The guide is asked by POST: what somebody tells of their body stands in no address.
            case SEARCH -> READING.contains(method) || method.equals(HttpMethod.POST);
            case SIGN_IN, LINK, OTHER -> true;
        };
    }
}
