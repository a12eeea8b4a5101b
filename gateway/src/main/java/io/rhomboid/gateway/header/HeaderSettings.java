package io.rhomboid.gateway.header;

import java.util.List;
import java.util.regex.Pattern;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose word is taken and which pages may call.
 *
 * @param trustedProxies networks of the proxies in front of us, as {@code 10.0.0.0/8}; none by default
 * @param allowedOrigins origins whose pages may call the API from a browser, as {@code https://clinic.example}; none by
 *     default
 * @param embedOrigins origins whose pages may show the booking flow in a frame, as {@code https://clinic.example}; none
 *     by default
 */
@ConfigurationProperties("rhomboid.gateway.header")
public record HeaderSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> allowedOrigins,
        @DefaultValue List<String> embedOrigins) {

    /** What a policy says to browsers: without spaces and semicolons, with which it would say more than meant. */
    private static final Pattern ORIGIN = Pattern.compile("https?://[A-Za-z0-9.*-]+(:([0-9]{1,5}|\\*))?");

    public HeaderSettings {
        for (var origin : embedOrigins) {
            if (!ORIGIN.matcher(origin).matches()) {
                throw new IllegalArgumentException(
                        "EMBED_ORIGINS: " + origin + " is no origin; write it as https://clinic.example");
            }
        }
    }
}
