package io.rhomboid.gateway.watch;

import java.util.Locale;

/** What is worth remembering of those who knock. Logs and metrics have the name in small letters with hyphens. */
public enum SecurityEvent {
    /** Asked more often than allowed: 429. */
    RATE_EXCEEDED,
    /** Wanted to hold more slots at once than one visitor may: 429. */
    HOLDS_EXCEEDED,
    /** A page of an origin that is not on the list called: 403. */
    ORIGIN_REFUSED,
    /** A request line, header or body that no honest client sends: 400. */
    REQUEST_MALFORMED,
    /** 413, 414 or 431. */
    REQUEST_TOO_LARGE,
    /** A body that did not arrive in time: 408. */
    SENDER_TOO_SLOW,
    /** Said in a header what only the gateway may say. The header was dropped, the request answered. */
    HEADER_FORGED,
    /** Not signed in, or with credentials that don't hold: 401. */
    CREDENTIALS_REFUSED,
    /** Signed in, and not allowed to: 403. */
    ACCESS_REFUSED,
    /** Came back from the provider without being let in: a wrong answer, somebody else's, or one that came twice. */
    SIGN_IN_REFUSED;

    public String id() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
