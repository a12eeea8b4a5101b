package io.rhomboid.notification;

import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

import io.rhomboid.notification.provider.ProviderSettings;

/** The keys below {@code rhomboid.push}; {@code application.yml} says what each means. */
@Validated
@ConfigurationProperties("rhomboid.push")
public record PushSettings(boolean internal, @NotNull ProviderSettings service) {}
