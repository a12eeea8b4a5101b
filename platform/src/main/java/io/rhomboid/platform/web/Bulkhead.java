package io.rhomboid.platform.web;

import java.io.IOException;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.http.HttpStatus;
import org.springframework.web.filter.OncePerRequestFilter;
import tools.jackson.databind.json.JsonMapper;

/**
 * Bounds the requests that are worked on at once: virtual threads took away the natural bound. The surplus is
 * answered 503 at once instead of waiting for what it would not get.
 */
final class Bulkhead extends OncePerRequestFilter {

    private final Semaphore places;
    private final JsonMapper json;

    Bulkhead(int atOnce, JsonMapper json) {
        this.places = new Semaphore(atOnce);
        this.json = json;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (!places.tryAcquire()) {
            Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "overloaded",
                            "Too many requests at once. Try again in a moment.")
                    .retryAfter(Duration.ofSeconds(1))
                    .write(response, json);
            return;
        }
        try {
            chain.doFilter(request, response);
        } finally {
            places.release();
        }
    }
}
