package io.rhomboid.booking.export;

import java.net.URI;
import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;

/**
 * Whom the export asks for the rest.
 *
 * @param therapist address of therapist-service, without a path
 * @param notification address of notification-service, without a path
 * @param patience how long each of them may take; the export goes out without it then, and says so
 */
@ConfigurationProperties("rhomboid.booking.export")
public record ExportSettings(URI therapist, URI notification, Duration patience) {}
