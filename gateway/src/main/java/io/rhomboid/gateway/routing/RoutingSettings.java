package io.rhomboid.gateway.routing;

import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * Where the services are, and when one of them is left in peace.
 *
 * @param therapist addresses of the instances of therapist-service, without a path
 * @param booking addresses of the instances of booking-service, without a path
 * @param notification addresses of the instances of notification-service, without a path
 * @param atOnce how many requests each service is given at a time; fewer than it and its pool of connections bear, so that
 *     nobody waits in a queue
 * @param webApp the folder with the built web app; without one there is the API alone
 * @param searchesAtOnce how many of them may be searches; the rest is kept for who books and for staff
 */
@ConfigurationProperties("rhomboid.gateway.routing")
public record RoutingSettings(
        @DefaultValue("http://127.0.0.1:8081") List<URI> therapist,
        @DefaultValue("http://127.0.0.1:8082") List<URI> booking,
        @DefaultValue("http://127.0.0.1:8083") List<URI> notification,
        @DefaultValue("160") int atOnce,
        @DefaultValue("100") int searchesAtOnce,
        @Nullable Path webApp,
        @DefaultValue Breaker breaker) {

    public RoutingSettings {
        therapist = List.copyOf(therapist);
        booking = List.copyOf(booking);
        notification = List.copyOf(notification);
        if (searchesAtOnce < 1 || atOnce <= searchesAtOnce) {
            throw new IllegalArgumentException("searches-at-once must be less than at-once, and both more than none");
        }
    }

    /**
     * When requests to a service stop for a while.
     *
     * @param window how many of the last requests are looked at
     * @param minimum how many there must be before anything is concluded
     * @param failuresPercent the share of them, of 100, that must have failed
     * @param pause how long the service is left in peace
     * @param trials how many requests then try whether it is back
     */
    public record Breaker(
            @DefaultValue("20") int window,
            @DefaultValue("5") int minimum,
            @DefaultValue("50") int failuresPercent,
            @DefaultValue("5s") Duration pause,
            @DefaultValue("2") int trials) {}

    List<URI> instancesOf(Backend backend) {
        return switch (backend) {
            case THERAPIST -> therapist;
            case BOOKING -> booking;
            case NOTIFICATION -> notification;
        };
    }
}
