package io.rhomboid.booking.vault.web;

import java.time.Duration;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

import io.rhomboid.booking.vault.KeysAway;
import io.rhomboid.platform.web.Problem;

/** 503 {@code keys-away}: nothing can be sealed or opened, and nothing was changed. */
@RestControllerAdvice
class KeysAwayAdvice {

    private static final Logger log = LoggerFactory.getLogger(KeysAwayAdvice.class);

    @ExceptionHandler
    ResponseEntity<?> keysAway(KeysAway e) {
        log.warn("Nothing can be sealed or opened: {}", e.getMessage());
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "keys-away",
                        "What is said about health can't be sealed or opened right now. Try again in a moment.")
                .retryAfter(Duration.ofSeconds(5))
                .answer();
    }
}
