package io.rhomboid.gateway.routing;

import java.util.List;

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

    private final String id;
    private final String spoken;
    private final List<String> resources;

    Backend(String id, String spoken, String... resources) {
        this.id = id;
        this.spoken = spoken;
        this.resources = List.of(resources);
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

    /** Each resource with all that lies below it. */
    String[] paths() {
        return resources.stream().map(resource -> "/api/v1/" + resource + "/**").toArray(String[]::new);
    }
}
