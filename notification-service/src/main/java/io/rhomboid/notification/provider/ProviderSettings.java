package io.rhomboid.notification.provider;

import java.time.Duration;

/**
 * How we bear with a provider.
 *
 * @param atOnce how many questions it is asked at a time
 * @param timeLimit how long an answer may take, from the name's resolution to its last byte
 * @param calls the last so many decide whether it counts as away
 * @param failurePercent the share of them, of 100, that must have failed
 * @param pause how long it is left in peace first; doubled each time it is still away
 * @param longestPause but never longer than this
 */
public record ProviderSettings(
        int atOnce, Duration timeLimit, int calls, int failurePercent, Duration pause, Duration longestPause) {}
