package io.rhomboid.platform.web;

import java.util.regex.Pattern;

/**
 * The version that the caller has seen and means to change; a controller argument, from header {@code If-Match}.
 *
 * <p>Missing: 428 {@code missing-if-match}. Not one strong entity tag with a version: 400 {@code invalid-field}. That
 * the version is no longer the current one, the feature answers: 412 {@code version-changed}.
 */
public record ExpectedVersion(long value) {

    static final String HEADER = "If-Match";

    private static final Pattern ETAG = Pattern.compile("\"(0|[1-9][0-9]{0,17})\"");

    /** @throws IllegalArgumentException unless it is one version in double quotes */
    static ExpectedVersion parse(String header) {
        var match = ETAG.matcher(header.strip());
        if (!match.matches()) {
            throw new IllegalArgumentException(
                    "must be the ETag of the last answer, for example \"3\" with its quotes");
        }
        return new ExpectedVersion(Long.parseLong(match.group(1)));
    }

    /** This version as an ETag. */
    public static String etag(long version) {
        return '"' + Long.toString(version) + '"';
    }
}
