package io.rhomboid.notification;

import java.time.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

import io.rhomboid.notification.provider.ProviderSettings;

/** The keys below {@code rhomboid.webhook}; {@code application.yml} says what each means. */
@Validated
@ConfigurationProperties("rhomboid.webhook")
public record WebhookSettings(
        boolean internal,
        @Min(1) @Max(500) int parallel,
        @NotNull @DurationMin(millis = 50) Duration sweep,
        @NotNull @DurationMin(millis = 50) Duration news,
        @NotNull ProviderSettings endpoint) {}
