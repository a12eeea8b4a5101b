package io.rhomboid.gateway.limit;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;
import org.springframework.util.unit.DataSize;

/**
 * What one visitor may ask of the gateway.
 *
 * @param body the largest body of a request, in bytes as they arrive
 * @param bodiesInHand all bodies that the gateway holds at a time, taken together; uploads not counted
 * @param upload the largest file, where files are sent
 * @param uploadsInHand all files that the gateway holds at a time, taken together
 * @param betweenReads the longest silence while a body arrives
 * @param wholeRequest the longest time for a body to arrive
 */
@ConfigurationProperties("rhomboid.gateway.limit")
public record LimitSettings(
        @DefaultValue("256KB") DataSize body,
        @DefaultValue("16MB") DataSize bodiesInHand,
        @DefaultValue("5MB") DataSize upload,
        @DefaultValue("15MB") DataSize uploadsInHand,
        @DefaultValue("10s") Duration betweenReads,
        @DefaultValue("30s") Duration wholeRequest) {}
