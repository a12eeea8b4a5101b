package io.rhomboid.gateway.routing;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

import org.springframework.http.server.PathContainer;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

/** A service behind the gateway, and what of {@code /api/v1} it answers. Everything else is answered by nobody. */
enum Backend {
    // Booking first: time off and closures lie below what the catalogue answers, and the first route that fits wins.
    BOOKING(
            "booking",
            "Booking",
            "therapists/*/time-off",
            "therapists/*/subscriptions",
            "clinics/*/rooms/*/closures",
            "availability",
            "bookings",
            "series",
            "guest-passes",
            "waitlist",
            "plans",
            "clients",
            "erasures",
            "intake-form",
            "intake-passes",
            "screening",
            "day-sheets",
            "weeks",
            "reports",
            "admin/invariants",
            "calendar",
            "calendars",
            "sessions",
            "vouchers"),
    THERAPIST(
            "therapist",
            "The catalogue of clinics and therapists",
            "clinics",
            "cancellation-presets",
            "photos",
            "imports",
            "treatments",
            "therapists",
            "licences",
            "reviews",
            "me",
            "invitations",
            "guide"),
    NOTIFICATION(
            "notification",
            "Messaging",
            "recipients",
            "deliveries",
            "inbox",
            "live",
            "push",
            "sms",
            "webhooks",
            "message-scripts",
            "dead-letters");

    private static final String ROOT = "/api/v1/";
    /** Of its elements, separators among them. */
    private static final int BELOW_ROOT = 5;

    private final String id;
    private final String spoken;
    /** By the first segment below {@code /api/v1}, where a resource's own address ends or goes on. */
    private final Map<String, List<PathPattern>> resources;

    Backend(String id, String spoken, String... resources) {
        this.id = id;
        this.spoken = spoken;
        this.resources = Stream.of(resources)
                .collect(groupingBy(
                        resource -> resource.split("/", 2)[0],
                        mapping(
                                resource -> PathPatternParser.defaultInstance.parse(ROOT + resource + "/**"),
                                toList())));
    }

    /** As in {@code /openapi/<id>.json}, in settings and in metrics. */
    String id() {
        return id;
    }

    /** As in "<i>Booking</i> can't be reached". */
    String spoken() {
        return spoken;
    }

    /** Whether its answers are the same for everyone, so that a cache may keep what the service allows it to keep. */
    boolean sameForEveryone() {
        return this == THERAPIST;
    }

    /** Whether one of its resources is here, or below it. */
    boolean answers(PathContainer path) {
        var below = path.elements().size() > BELOW_ROOT
                ? path.elements().get(BELOW_ROOT).value()
                : "";
        for (var resource : resources.getOrDefault(below, List.of())) if (resource.matches(path)) return true;
        return false;
    }
}
