package io.rhomboid.platform.outbox;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the outbox relay works.
 *
 * @param lease how long a relay that died keeps the others waiting; OUTBOX_LEASE
 * @param sweep how often the store is searched for what nobody woke the relay for; OUTBOX_SWEEP
 * @param batch documents told in one go; OUTBOX_BATCH
 */
@ConfigurationProperties("rhomboid.outbox")
public record OutboxSettings(
        @DefaultValue("10s") Duration lease,
        @DefaultValue("1s") Duration sweep,
        @DefaultValue("200") int batch) {}
