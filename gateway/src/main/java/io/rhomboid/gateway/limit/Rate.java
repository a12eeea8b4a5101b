package io.rhomboid.gateway.limit;

import java.time.Duration;

import org.springframework.boot.convert.DurationStyle;

/**
 * How often in which time; written {@code 240/1m}. All of them may come at once, then they come back one by one.
 *
 * @param requests at least one
 * @param window at least a second
 */
public record Rate(int requests, Duration window) {

    public Rate {
        if (requests < 1) throw new IllegalArgumentException("a rate must let at least one request through");
        if (window.toSeconds() < 1) throw new IllegalArgumentException("a rate is for a second at least");
    }

    /** So many times as often, or as often as can be counted. */
    Rate times(int factor) {
        var most = Math.min(Integer.MAX_VALUE, window.toNanos()); // a bucket gets one a nanosecond at most
        return new Rate((int) Math.min((long) requests * factor, most), window);
    }

    /** Reads {@code 240/1m}. */
    public static Rate of(String text) {
        var slash = text.indexOf('/');
        if (slash < 1) throw new IllegalArgumentException("a rate is written like 240/1m, not " + text);
        return new Rate(
                Integer.parseInt(text.substring(0, slash).strip()),
                DurationStyle.detectAndParse(text.substring(slash + 1).strip()));
    }
}
