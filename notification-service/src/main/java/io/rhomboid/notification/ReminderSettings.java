package io.rhomboid.notification;

import java.time.Duration;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The keys below {@code rhomboid.reminder}; {@code application.yml} says what each means. */
@Validated
@ConfigurationProperties("rhomboid.reminder")
record ReminderSettings(
        @NotNull @DurationMin(millis = 50) Duration sweep,
        @NotNull @DurationMin(seconds = 1) Duration lease,
        @Min(1) @Max(5000) int batch,
        @Min(1) @Max(64) int parallel) {}
