package io.rhomboid.notification.sms.twilio;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.notification.HandClock;
import io.rhomboid.notification.provider.ProviderSettings;
import io.rhomboid.notification.sms.PhoneNumber;
import io.rhomboid.notification.sms.TextProvider.Reply;

import static java.time.Duration.ofMillis;
import static java.time.Duration.ofMinutes;
import static java.time.Duration.ofSeconds;
import static org.assertj.core.api.Assertions.assertThat;

class SendingTextsTest {

    static final PhoneNumber JO = new PhoneNumber("+49305550199");
    static final ProviderSettings SETTINGS = new ProviderSettings(4, ofSeconds(20), 4, 50, ofSeconds(10), ofMinutes(5));

    final HandClock clock = new HandClock(Instant.parse("2026-11-21T12:00:00Z"));
    final List<String> asked = new CopyOnWriteArrayList<>();
    volatile int status = 201;
    volatile String body = "{\"sid\":\"SM1\"}";
    volatile int millis;
    HttpServer server;
    TwilioAccount account;
    Twilio twilio;

    @BeforeEach
    void start() throws IOException {
        server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        server.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        server.createContext("/", exchange -> {
            try (exchange) {
                var form = URLDecoder.decode(
                        new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8),
                        StandardCharsets.UTF_8);
                asked.add(exchange.getRequestURI() + " "
                        + exchange.getRequestHeaders().getFirst("Authorization") + " " + form);
                Thread.sleep(millis);
                exchange.sendResponseHeaders(status, body.length());
                exchange.getResponseBody().write(body.getBytes(StandardCharsets.UTF_8));
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        });
        server.start();
        account = account("http://127.0.0.1:" + server.getAddress().getPort());
        twilio = new Twilio(account, SETTINGS, clock);
    }

    static TwilioAccount account(String url) {
        return new TwilioAccount(
                URI.create(url),
                "AC1",
                "12345",
                "+4930123",
                URI.create("https://clinic.example/api/v1/sms/statuses"),
                URI.create("https://clinic.example/api/v1/sms/replies"));
    }

    @AfterEach
    void stop() throws IOException {
        twilio.close();
        server.stop(0);
    }

    @Test
    void a_text_is_handed_over_with_all_that_the_provider_needs() {
        assertThat(twilio.send(JO, "Confirmed: Tue & Wed")).isEqualTo(new Reply.Taken("SM1"));
        assertThat(asked)
                .containsExactly("/2010-04-01/Accounts/AC1/Messages.json Basic "
                        + Base64.getEncoder().encodeToString("AC1:12345".getBytes())
                        + " To=+49305550199&Body=Confirmed: Tue & Wed"
                        + "&StatusCallback=https://clinic.example/api/v1/sms/statuses&From=+4930123");
    }

    @Test
    void a_refusal_is_for_good_and_who_said_stop_is_left_alone() {
        status = 400;
        body = "{\"code\":21211,\"message\":\"Invalid 'To' Phone Number\"}";
        assertThat(twilio.send(JO, "x")).isEqualTo(new Reply.Refused("refused: 400, code 21211"));
        body = "{\"code\":21610}";
        assertThat(twilio.send(JO, "x")).isEqualTo(new Reply.Stopped());
        body = "not json";
        assertThat(twilio.send(JO, "x")).isEqualTo(new Reply.Refused("refused: 400, code 0"));
    }

    @ParameterizedTest
    @ValueSource(ints = {429, 503, 401})
    void what_was_certainly_not_sent_comes_again_later(int answered) {
        status = answered;
        assertThat(twilio.send(JO, "x")).isInstanceOf(Reply.NotNow.class);
    }

    @Test
    void who_is_not_even_reached_was_asked_for_nothing() throws IOException {
        int nobody;
        try (var socket = new ServerSocket(0)) {
            nobody = socket.getLocalPort();
        }
        try (var away = new Twilio(account("http://127.0.0.1:" + nobody), SETTINGS, clock)) {
            assertThat(away.send(JO, "x")).isEqualTo(new Reply.NotNow("the provider can't be reached"));
        }
    }

    @Test
    void what_may_have_been_sent_is_never_said_to_have_failed() throws IOException {
        status = 500;
        assertThat(twilio.send(JO, "x")).isEqualTo(new Reply.Unknown("status 500"));
        status = 201;
        millis = 60_000;
        var hasty = new ProviderSettings(4, ofMillis(500), 4, 50, ofSeconds(10), ofMinutes(5));
        try (var other = new Twilio(account, hasty, clock)) {
            assertThat(other.send(JO, "x")).isInstanceOf(Reply.Unknown.class);
        }
    }

    @Test
    void who_is_away_for_an_hour_is_asked_now_and_then_and_is_back_with_the_first_answer() {
        status = 503;
        for (int minute = 0; minute < 60; minute++) {
            for (int text = 0; text < 10; text++) twilio.send(JO, "x");
            clock.forward(ofMinutes(1));
        }
        assertThat(asked).hasSizeBetween(10, 25);
        clock.forward(Duration.ofMinutes(5));

        status = 201;
        assertThat(twilio.mayBeAsked()).isTrue();
        assertThat(twilio.send(JO, "x")).isEqualTo(new Reply.Taken("SM1"));
        assertThat(twilio.send(JO, "x")).isEqualTo(new Reply.Taken("SM1"));
    }

    /** The example of the provider's own documentation. */
    @Test
    void a_callback_counts_only_with_the_providers_signature() {
        var form = Map.of(
                "CallSid", "CA1234567890ABCDE",
                "Caller", "+14158675309",
                "Digits", "1234",
                "From", "+14158675309",
                "To", "+18005551212");
        var address = URI.create("https://mycompany.com/myapp.php?foo=1&bar=2");
        var signature = new TwilioSignature(account);

        assertThat(signature.isGood(address, form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                .isTrue();
        assertThat(signature.isGood(address, form, "RSOYDt4T1cUTdK1PDd93/VVr8B9="))
                .isFalse();
        assertThat(signature.isGood(URI.create("https://mycompany.com/"), form, "RSOYDt4T1cUTdK1PDd93/VVr8B8="))
                .isFalse();
        assertThat(signature.isGood(address, form, null)).isFalse();
    }

    @ParameterizedTest
    @CsvSource({"'', 12345", "AC1, ''"})
    void without_an_account_nothing_counts(String id, String token) {
        var none = new TwilioAccount(account.url(), id, token, "", account.statusCallback(), account.replies());
        var form = Map.of("Body", "STOP");
        assertThat(none.isThere()).isFalse();
        assertThat(token.isEmpty()
                        || !new TwilioSignature(none)
                                .isGood(none.replies(), form, TwilioSignature.of(none.replies(), form, token)))
                .isTrue();
    }
}
