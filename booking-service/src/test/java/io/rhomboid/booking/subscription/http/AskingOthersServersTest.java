package io.rhomboid.booking.subscription.http;

import java.net.URI;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.booking.subscription.CalendarServer;
import io.rhomboid.booking.subscription.Fetched;
import io.rhomboid.booking.subscription.Fetched.Failed;
import io.rhomboid.booking.subscription.Fetched.Text;
import io.rhomboid.booking.subscription.Fetched.Unchanged;

import static org.assertj.core.api.Assertions.assertThat;

class AskingOthersServersTest {

    final CalendarServer server = new CalendarServer();
    final HttpCalendars inside = new HttpCalendars(true);
    final HttpCalendars outside = new HttpCalendars(false);

    @AfterEach
    void close() throws Exception {
        server.close();
        inside.close();
        outside.close();
    }

    @Test
    void a_calendar_comes_once_and_then_only_when_it_has_changed() {
        server.text = "BEGIN:VCALENDAR";
        var first = (Text) fetch(inside, server.address(), null);

        assertThat(first.text()).isEqualTo("BEGIN:VCALENDAR");
        assertThat(fetch(inside, server.address(), first.etag())).isEqualTo(new Unchanged());
        server.text = "BEGIN:VCALENDAR\n";
        assertThat(fetch(inside, server.address(), first.etag())).isInstanceOf(Text.class);
    }

    /** Also when the name only leads there: the client itself looks at what it connects to. */
    @ParameterizedTest
    @ValueSource(
            strings = {
                "https://127.0.0.1/a.ics",
                "https://localhost/a.ics",
                "https://[::1]/a.ics",
                "https://10.0.0.1/a.ics",
                "https://192.168.1.1/a.ics",
                "https://169.254.169.254/latest",
                "https://[fd00::1]/a.ics",
                "https://0.0.0.0/a.ics",
                "https://2130706433/a.ics",
                "https://[::ffff:127.0.0.1]/a.ics",
                "webcal://127.0.0.1/a.ics"
            })
    void nothing_inside_our_own_network_is_asked(String address) {
        assertThat(fetch(outside, address, null)).isInstanceOf(Failed.class);
        assertThat(((Failed) fetch(outside, "https://127.0.0.1/a.ics", null)).why())
                .contains("private network");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "http://calendar.example/a.ics",
                "file:///etc/passwd",
                "ftp://calendar.example/a.ics",
                "a.ics",
                "https:///a.ics",
                "https://mira:secret@calendar.example/a.ics",
                "jar:file:/a.jar!/b"
            })
    void an_address_that_we_do_not_ask_is_told_so(String address) {
        assertThat(outside.objection(URI.create(address))).isPresent();
        assertThat(fetch(outside, address, null)).isInstanceOf(Failed.class);
    }

    @Test
    void a_redirect_is_followed_a_few_times_and_never_to_where_it_is_not_safe() {
        server.status = 302;
        server.location = "/again.ics";
        assertThat(((Failed) fetch(inside, server.address(), null)).why()).contains("on and on");
        assertThat(server.asked).hasSize(4);

        server.location = "file:///etc/passwd";
        assertThat(((Failed) fetch(inside, server.address(), null)).why()).contains("must begin with https");
    }

    @ParameterizedTest
    @ValueSource(ints = {401, 404, 500, 204})
    void what_the_server_says_instead_is_told(int status) {
        server.status = status;

        assertThat(fetch(inside, server.address(), null)).isInstanceOf(Failed.class);
    }

    @Test
    void five_megabytes_are_the_most() {
        server.text = "x".repeat(5 * 1024 * 1024 + 1);

        assertThat(((Failed) fetch(inside, server.address(), null)).why()).contains("5 MB");
    }

    private static Fetched fetch(HttpCalendars calendars, String address, String etag) {
        return calendars.fetch(URI.create(address), etag);
    }
}
