package io.rhomboid.gateway;

import java.util.Optional;
import java.util.regex.Pattern;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import static io.rhomboid.gateway.RunningGateway.json;
import static java.time.Duration.ofMillis;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

class FindingTheServiceTest {

    static StandIn therapist = StandIn.start();
    static StandIn booking = StandIn.start();
    static StandIn notification = StandIn.start();
    static RunningGateway gateway;

    @BeforeAll
    static void start() {
        therapist.answers(StandIn.with(200, "{\"by\":\"therapist\"}"));
        booking.answers(StandIn.with(200, "{\"by\":\"booking\"}"));
        notification.answers(StandIn.with(200, "{\"by\":\"notification\"}"));
        gateway = RunningGateway.start(
                "rhomboid.gateway.routing.therapist=" + therapist.url(),
                "rhomboid.gateway.routing.booking=" + booking.url(),
                "rhomboid.gateway.routing.notification=" + notification.url(),
                "rhomboid.gateway.leaving=300ms");
    }

    /** Told to stop, it still finds them for a while, and lets go of whoever asks. */
    @AfterAll
    static void stop() throws InterruptedException {
        var going = Thread.ofVirtual().start(gateway::close);
        await().atMost(ofSeconds(5)).pollInterval(ofMillis(10)).until(() -> {
            var answer = gateway.get("/api/v1/clinics");
            assertThat(answer.statusCode()).isEqualTo(200);
            return answer.headers().firstValue("Connection").equals(Optional.of("close"));
        });
        going.join();
        therapist.close();
        booking.close();
        notification.close();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "clinics",
                "clinics/b-1",
                "cancellation-presets",
                "photos/ab12",
                "imports/rotas",
                "treatments",
                "therapists/t-1/rota",
                "clinics/b-1/rooms",
                "reviews",
                "me",
                "invitations",
                "guide"
            })
    void the_catalogue_is_therapist_services(String path) {
        assertThat(json(gateway.get("/api/v1/" + path)).get("by").asString()).isEqualTo("therapist");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "availability",
                "availability/explanation",
                "bookings",
                "bookings/1/confirmation",
                "series",
                "series/proposals",
                "waitlist",
                "plans",
                "clients/1/intake",
                "intake-form",
                "screening",
                "day-sheets",
                "weeks",
                "reports/utilisation",
                "admin/invariants",
                "calendar/x.ics",
                "calendars",
                "sessions",
                "vouchers",
                "therapists/t-1/time-off",
                "therapists/t-1/time-off/preview",
                "clinics/b-1/rooms/r-1/closures",
                "clinics/b-1/rooms/r-1/closures/1"
            })
    void hours_and_bookings_are_booking_services(String path) {
        assertThat(json(gateway.get("/api/v1/" + path)).get("by").asString()).isEqualTo("booking");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "recipients",
                "deliveries",
                "inbox",
                "live",
                "live/clinics/1",
                "push/subscriptions",
                "sms/statuses",
                "webhooks",
                "message-scripts",
                "dead-letters"
            })
    void messages_are_notification_services(String path) {
        assertThat(json(gateway.get("/api/v1/" + path)).get("by").asString()).isEqualTo("notification");
    }

    @Test
    void path_and_query_arrive_as_they_were_sent() {
        gateway.get("/api/v1/clinics?near=52.52,13.40&q=a%20b%2Bc");

        assertThat(therapist.lastAsked().target()).isEqualTo("/api/v1/clinics?near=52.52,13.40&q=a%20b%2Bc");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/api/v1",
                "/api/v1/unknown",
                "/api/v1/clinicsx",
                "/api/v2/clinics",
                "/clinics",
                "/v3/api-docs",
                "/actuator/health",
                "/openapi/unknown.json",
                "/pages/landing.html",
                "/openapi/ui/swagger-initializer.js",
                "/webjars/swagger-ui/swagger-ui.css"
            })
    void anything_else_is_a_404_problem(String path) {
        var answer = gateway.get(path);

        assertThat(answer.statusCode()).isEqualTo(404);
        assertThat(answer.headers().firstValue("Content-Type")).contains("application/problem+json");
        var problem = json(answer);
        assertThat(problem.get("type").asString()).isEqualTo("urn:rhomboid:problem:not-found");
        assertThat(problem.get("title").asString()).isEqualTo("Not found");
        assertThat(problem.get("status").asInt()).isEqualTo(404);
        assertThat(problem.get("detail").asString()).isNotBlank();
        assertThat(problem.get("instance").asString()).isEqualTo(path);
        assertThat(problem.get("requestId").asString())
                .isEqualTo(answer.headers().firstValue("X-Request-Id").orElseThrow());
    }

    @Test
    void a_services_own_answer_passes_untouched() {
        booking.answers(StandIn.with(409, "{\"type\":\"urn:rhomboid:problem:slot-taken\"}"));
        try {
            var answer = gateway.get("/api/v1/bookings/1");

            assertThat(answer.statusCode()).isEqualTo(409);
            assertThat(answer.body()).isEqualTo("{\"type\":\"urn:rhomboid:problem:slot-taken\"}");
        } finally {
            booking.answers(StandIn.with(200, "{\"by\":\"booking\"}"));
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"therapist", "booking", "notification"})
    void each_services_api_description_is_at_one_place(String service) {
        var answer = gateway.get("/openapi/" + service + ".json");

        assertThat(json(answer).get("by").asString()).isEqualTo(service);
    }

    @Test
    void the_api_page_and_all_it_needs_are_served_from_here() {
        var page = gateway.get("/openapi");

        assertThat(page.headers().firstValue("Content-Type")).contains("text/html;charset=UTF-8");
        assertThat(page.body()).doesNotContain("http");
        for (var part : new String[] {
            "/openapi/ui/swagger-ui.css", "/openapi/ui/swagger-ui-bundle.js", "/pages/face.css", "/pages/openapi.js"
        }) {
            assertThat(page.body()).contains(part);
            assertThat(gateway.get(part).statusCode()).as(part).isEqualTo(200);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/openapi", "/booking", "/series", "/offer", "/invitation"})
    void a_page_runs_what_bears_the_word_of_this_one_answer_and_nothing_else(String path) {
        var page = gateway.get(path);
        var policy = page.headers().firstValue("Content-Security-Policy").orElseThrow();
        var word = policy.replaceFirst(".*script-src 'nonce-([^']*)'.*", "$1");

        assertThat(word).hasSizeGreaterThanOrEqualTo(22); // 128 bits
        assertThat(policy)
                .contains(
                        "default-src 'none'", "style-src 'nonce-" + word + "'", "base-uri 'none'", "form-action 'none'")
                .doesNotContain("unsafe", "*", "script-src 'self'");
        assertThat(page.headers().firstValue("Cache-Control")).contains("no-store");
        var marked = Pattern.compile("<(script|link rel=\"stylesheet\")[^>]*").matcher(page.body());
        assertThat(marked.results().map(found -> found.group()))
                .isNotEmpty()
                .allMatch(tag -> tag.contains(" nonce=\"" + word + "\"") && tag.matches(".* (src|href)=\"/[^/].*"));
        assertThat(page.body())
                .doesNotContain("<style", " style=", "javascript:")
                .doesNotContainPattern(" on[a-z]+=");
        assertThat(gateway.get(path).body()).doesNotContain(word);
    }

    @Test
    void the_page_of_one_booking_comes_with_its_script_alone_and_is_for_no_search_engine() {
        var page = gateway.get("/booking");

        assertThat(page.headers().firstValue("Referrer-Policy")).contains("no-referrer");
        assertThat(page.body()).contains("/pages/booking.js", "noindex").doesNotContain("http");
        assertThat(gateway.get("/pages/booking.js").statusCode()).isEqualTo(200);
    }

    @Test
    void who_waits_answers_to_an_offer_on_a_page_that_runs_own_files_only() {
        var page = gateway.get("/offer");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/pages/offer.js", "noindex");
        assertThat(gateway.get("/pages/offer.js").body()).contains("./guest.js");
        assertThat(gateway.get("/pages/guest.js").body()).contains("/guest-passes");
    }

    @Test
    void a_series_is_seen_and_cancelled_on_a_page_that_search_engines_leave_alone() {
        var page = gateway.get("/series");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("/pages/series.js", "noindex");
        assertThat(gateway.get("/pages/series.js").statusCode()).isEqualTo(200);
        assertThat(gateway.get("/pages/invitation.js").statusCode()).isEqualTo(200);
    }

    @Test
    void the_landing_page_says_what_this_is() {
        var page = gateway.get("/");

        assertThat(page.statusCode()).isEqualTo(200);
        assertThat(page.body()).contains("Booking for massage clinics").contains("href=\"/openapi\"");
        assertThat(gateway.get("/pages/face.css").statusCode()).isEqualTo(200);
    }
}
