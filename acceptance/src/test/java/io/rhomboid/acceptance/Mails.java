package io.rhomboid.acceptance;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Properties;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.MimeMessage;

import biweekly.Biweekly;
import biweekly.ICalVersion;
import biweekly.ICalendar;
import biweekly.component.VEvent;
import biweekly.io.ParseWarning;
import org.awaitility.Awaitility;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

/** Where mails end: the mail catcher, asked by the part of Mailpit's API that both have. */
final class Mails {

    private static final Duration ARRIVES_WITHIN = Duration.ofSeconds(60);
    private static final Duration QUIET = Duration.ofSeconds(3);

    private final JsonMapper json = new JsonMapper();
    private final HttpClient http = HttpClient.newHttpClient();
    private final URI pages;

    Mails(URI pages) {
        this.pages = pages;
    }

    /** One mail, taken apart by a mail library. */
    record Received(MimeMessage message, String text, String html, List<Entry> entries) {

        String subject() {
            try {
                return message.getSubject();
            } catch (MessagingException e) {
                throw new IllegalStateException(e);
            }
        }

        /** The calendar entry that mail programs look for; there is exactly one. */
        Entry entry() {
            var inline = entries.stream().filter(Entry::isInvitation).toList();
            assertThat(inline).hasSize(1);
            return inline.getFirst();
        }
    }

    /** A calendar file of a mail, and the type it was sent as. */
    record Entry(ContentType type, String text) {

        boolean isInvitation() {
            return type.match("text/calendar");
        }

        /** As a calendar program takes it; insists that it is without fault. */
        ICalendar calendar() {
            var warnings = new ArrayList<List<ParseWarning>>();
            var calendars = Biweekly.parse(text).warnings(warnings).all();
            assertThat(calendars).hasSize(1);
            assertThat(warnings).containsExactly(List.of());
            assertThat(calendars.getFirst().validate(ICalVersion.V2_0).isEmpty())
                    .as(text)
                    .isTrue();
            return calendars.getFirst();
        }

        VEvent event() {
            assertThat(calendar().getEvents()).hasSize(1);
            return calendar().getEvents().getFirst();
        }

        /** A line as it is written, without folding, for example {@code DTSTART}. */
        String line(String property) {
            return text.replace("\r\n ", "")
                    .substring(text.replace("\r\n ", "").indexOf("BEGIN:VEVENT"))
                    .lines()
                    .filter(line -> line.startsWith(property + ":") || line.startsWith(property + ";"))
                    .findFirst()
                    .orElseThrow();
        }
    }

    /** Waits for the so manieth mail to this address, and answers the newest. */
    Received await(int count, String address) {
        awaitCount(count, address);
        return to(address).getFirst();
    }

    /** Waits for so many mails to this address, and a while longer that there comes no other. */
    void awaitOnly(int count, List<String> addresses) {
        for (var address : addresses) awaitCount(count, address);
        Awaitility.await("no mail is sent twice")
                .during(QUIET)
                .atMost(QUIET.multipliedBy(3))
                .until(() -> addresses.stream().allMatch(address -> ids(address).size() == count));
    }

    private void awaitCount(int count, String address) {
        Awaitility.await(count + " mails to " + address)
                .atMost(ARRIVES_WITHIN)
                .pollInterval(Duration.ofMillis(200))
                .until(() -> ids(address).size() >= count);
        assertThat(ids(address)).hasSize(count);
    }

    /** The newest first. */
    List<Received> to(String address) {
        return ids(address).stream().map(this::received).toList();
    }

    int count(String address) {
        return ids(address).size();
    }

    private List<String> ids(String address) {
        var query = URLEncoder.encode("to:" + address, StandardCharsets.UTF_8);
        return json.readTree(read("/api/v1/search?query=" + query))
                .get("messages")
                .valueStream()
                .map(message -> message.get("ID").asString())
                .toList();
    }

    private Received received(String id) {
        try {
            var message = new MimeMessage(
                    Session.getInstance(new Properties()),
                    new ByteArrayInputStream(read("/api/v1/message/" + id + "/raw")));
            var parts = new ArrayList<Part>();
            collect(message, parts);
            return new Received(
                    message,
                    body(parts, "text/plain"),
                    body(parts, "text/html"),
                    parts.stream().filter(Mails::isCalendar).map(Mails::entry).toList());
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private static void collect(Part part, List<Part> leaves) throws MessagingException, IOException {
        if (part.getContent() instanceof Multipart many) {
            for (int i = 0; i < many.getCount(); i++) collect(many.getBodyPart(i), leaves);
        } else {
            leaves.add(part);
        }
    }

    private static String body(List<Part> parts, String type) throws MessagingException, IOException {
        for (var part : parts)
            if (part.isMimeType(type)) return part.getContent().toString();
        throw new AssertionError("no " + type);
    }

    private static boolean isCalendar(Part part) {
        try {
            return part.isMimeType("text/calendar") || part.isMimeType("application/ics");
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static Entry entry(Part part) {
        try (InputStream in = part.getInputStream()) {
            return new Entry(
                    new ContentType(part.getContentType()), new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (MessagingException | IOException e) {
            throw new IllegalStateException(e);
        }
    }

    private byte[] read(String path) {
        try {
            var request = HttpRequest.newBuilder(pages.resolve(path))
                    .timeout(Duration.ofSeconds(10))
                    .build();
            var response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }
}
