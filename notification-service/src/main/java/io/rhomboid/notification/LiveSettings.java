package io.rhomboid.notification;

import java.time.Duration;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;

import org.hibernate.validator.constraints.time.DurationMin;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.validation.annotation.Validated;

/** The keys below {@code rhomboid.live}; {@code application.yml} says what each means. */
@Validated
@ConfigurationProperties("rhomboid.live")
public record LiveSettings(
        @Min(1) int streams,
        @Min(1) int streamsOfOne,
        @NotNull @DurationMin(millis = 100) Duration heartbeat,
        @NotNull @DurationMin(millis = 100) Duration longest,
        @NotNull @DurationMin(millis = 50) Duration look) {}
