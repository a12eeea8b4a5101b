package io.rhomboid.booking.vault.web;

import org.springframework.http.HttpStatus;

import io.rhomboid.platform.web.Problem;

/** What is answered once a client's key is destroyed: 410 {@code client-forgotten}. */
public final class ForgottenClient {

    public static final Problem PROBLEM = Problem.of(
            HttpStatus.GONE,
            "client-forgotten",
            "All that was known about this client's health was erased because they asked for it.");

    private ForgottenClient() {}
}
