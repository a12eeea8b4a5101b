package io.rhomboid.notification;

import java.time.Duration;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

import io.rhomboid.notification.provider.ProviderSettings;

/** The keys below {@code rhomboid.notification}; {@code application.yml} says what each means. */
@Validated
@ConfigurationProperties("rhomboid.notification")
public record NotificationSettings(
        @NotNull @Email String senderAddress,

        @NotNull @Pattern(regexp = "[a-z0-9-]+(\\.[a-z0-9-]+)*")
        String domain,

        @NotNull @Valid Worker worker,
        @NotNull @Valid Retry retry,
        @NotNull ProviderSettings smtp) {

    public record Worker(
            @Min(1) @Max(200) int parallel,
            @NotNull @DurationMin(millis = 50) Duration sweep,
            @NotNull @DurationMin(seconds = 1) Duration lease) {}

    public record Retry(
            @NotNull @DurationMin(millis = 10) Duration firstPause,
            @NotNull @DurationMin(millis = 10) Duration longestPause,
            @Min(1) int attempts,
            @NotNull @DurationMin(seconds = 1) Duration giveUpAfter,
            @NotNull @DurationMin(millis = 100) Duration recheck,
            @NotNull @DurationMin(millis = 0) Duration superseded) {}
}
