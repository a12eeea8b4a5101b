package io.rhomboid.platform.web;

import java.io.IOException;
import java.time.Duration;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.springframework.context.SmartLifecycle;
import org.springframework.http.HttpHeaders;
import org.springframework.web.filter.OncePerRequestFilter;

/**
 * Goes without losing a request. From the signal to stop on, for {@code LEAVING}, everything is still answered; each
 * answer says so, by which the gateway asks other instances, and ends its connection: whoever keeps connections has none
 * left to a service that, after that, takes no more. A connection on which nothing is asked meanwhile must be given up by
 * who keeps it within that time.
 */
final class Leaving extends OncePerRequestFilter implements SmartLifecycle {

    private final Duration length;
    private volatile boolean running;
    private volatile boolean leaving;

    Leaving(Duration length) {
        this.length = length;
    }

    @Override
    protected void doFilterInternal(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
            throws ServletException, IOException {
        if (leaving) {
            response.setHeader(HttpHeaders.CONNECTION, "close");
            response.setHeader("X-Leaving", "true");
        }
        chain.doFilter(request, response);
    }

    @Override
    public void start() {
        running = true;
    }

    @Override
    public void stop() {
        leaving = true;
        try {
            Thread.sleep(length);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        running = false;
    }

    @Override
    public boolean isRunning() {
        return running;
    }

    /** Before all else stops. */
    @Override
    public int getPhase() {
        return Integer.MAX_VALUE;
    }
}
