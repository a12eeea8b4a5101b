package io.rhomboid.notification.webhook;

import java.time.Instant;

/**
 * Something that other systems may be told.
 *
 * @param webhookId the same whenever the same fact is told
 * @param body JSON
 */
public record Fact(String webhookId, String type, Instant occurredAt, String body) {}
