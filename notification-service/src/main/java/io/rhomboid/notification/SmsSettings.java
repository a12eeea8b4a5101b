package io.rhomboid.notification;

import java.net.URI;
import jakarta.validation.constraints.NotNull;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

import io.rhomboid.notification.provider.ProviderSettings;

/** The keys below {@code rhomboid.sms}; {@code application.yml} says what each means. */
@Validated
@ConfigurationProperties("rhomboid.sms")
public record SmsSettings(
        @NotNull URI url,
        @NotNull String account,
        @NotNull String token,
        @NotNull String from,
        @NotNull ProviderSettings provider) {}
