package io.rhomboid.gateway.header;

import java.util.List;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Whose word is taken and which pages may call.
 *
 * @param trustedProxies networks of the proxies in front of us, as {@code 10.0.0.0/8}; none by default
 * @param allowedOrigins origins whose pages may call the API from a browser, as {@code https://clinic.example}; none by
 *     default
 */
@ConfigurationProperties("rhomboid.gateway.header")
public record HeaderSettings(
        @DefaultValue List<String> trustedProxies,
        @DefaultValue List<String> allowedOrigins) {}
