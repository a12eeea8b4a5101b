package io.rhomboid.gateway.watch;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * When one visitor's failures are told louder.
 *
 * @param alarmAfter so many events of one kind from one visitor
 * @param within from the first of them; after that they are counted anew
 */
@ConfigurationProperties("rhomboid.gateway.watch")
public record WatchSettings(
        @DefaultValue("50") int alarmAfter,
        @DefaultValue("10m") Duration within) {}
