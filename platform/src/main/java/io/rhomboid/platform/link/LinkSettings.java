package io.rhomboid.platform.link;

import java.net.URI;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What links to bookings are made with; the same for every service that makes or opens them.
 *
 * @param secret 256 bits in Base64, for nobody else to know; LINK_SECRET
 * @param publicUrl where people reach the gateway; PUBLIC_URL
 */
@ConfigurationProperties("rhomboid.links")
public record LinkSettings(
        String secret,
        @DefaultValue("http://127.0.0.1:8080") URI publicUrl) {}
