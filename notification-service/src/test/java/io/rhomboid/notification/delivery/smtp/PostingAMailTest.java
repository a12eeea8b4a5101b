package io.rhomboid.notification.delivery.smtp;

import java.io.ByteArrayOutputStream;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Properties;
import jakarta.mail.BodyPart;
import jakarta.mail.Multipart;
import jakarta.mail.internet.ContentType;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.rhomboid.contracts.client.Client;
import io.rhomboid.notification.Examples;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.delivery.Post;
import io.rhomboid.notification.delivery.Receipt;
import io.rhomboid.notification.message.Announcement;
import io.rhomboid.notification.message.Mail;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.MessageWriter;
import io.rhomboid.notification.message.News;
import io.rhomboid.notification.message.Sender;
import io.rhomboid.notification.message.ical.Ical4jCalendars;
import io.rhomboid.notification.provider.Provider;
import io.rhomboid.notification.provider.ProviderSettings;

import static io.rhomboid.notification.Examples.BERLIN;
import static io.rhomboid.notification.Examples.DECIDED;
import static io.rhomboid.notification.Examples.JO;
import static io.rhomboid.notification.Examples.announcement;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

class PostingAMailTest {

    static final Sender SENDER = new Sender("bookings@rhomboid.example", "rhomboid.example");
    static final MessageWriter WRITER =
            new MessageWriter((_, _, _) -> Optional.empty(), new Ical4jCalendars(SENDER), Examples.LINKS);
    static final Duration PAUSE = Duration.ofMinutes(1);

    final Cast cast = Cast.at(LocalDateTime.parse("2026-11-24T09:15"), BERLIN);
    final Clock clock = Clock.fixed(DECIDED, ZoneOffset.UTC);
    final Provider server =
            new Provider("smtp", new ProviderSettings(4, Duration.ofSeconds(5), 2, 50, PAUSE, PAUSE), clock);

    Mail mail(Client client, String clinic) {
        var message = WRITER.write(announcement(cast.confirmed(2), client, Examples.clinic(clinic, BERLIN)), DECIDED);
        return Mail.of(message, client.name(), client.email(), SENDER, "an-id");
    }

    Post post(int port) {
        var settings = new JavaMailSenderImpl();
        settings.setHost("127.0.0.1");
        settings.setPort(port);
        settings.setUsername("");
        var limits = new Properties();
        limits.put("mail.smtp.connectiontimeout", "500");
        limits.put("mail.smtp.timeout", "500");
        limits.put("mail.smtp.quitwait", "false");
        settings.setJavaMailProperties(limits);
        return new SmtpPost(settings, server, clock);
    }

    MimeMessage arrived(Mail mail) {
        var server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        try {
            assertThat(post(server.getSmtp().getPort()).send(mail)).isInstanceOf(Receipt.Accepted.class);
            assertThat(server.getReceivedMessages()).hasSize(1);
            return server.getReceivedMessages()[0];
        } finally {
            server.stop();
        }
    }

    @Test
    void what_nobody_has_to_get_is_ended_by_one_click_and_what_was_agreed_is_not() throws Exception {
        var confirmed = announcement(cast.confirmed(2), JO, Examples.MITTE);
        var ahead = new Announcement(
                confirmed.bookingId(),
                confirmed.version(),
                confirmed.occurredAt(),
                new News.Ahead(MessageKind.REMINDER, cast.start()),
                confirmed.booking(),
                JO,
                Examples.MITTE,
                confirmed.therapistName(),
                confirmed.treatmentName(),
                confirmed.further());

        var reminder = arrived(Mail.of(WRITER.write(ahead, DECIDED), JO.name(), JO.email(), SENDER, "an-id"));
        var confirmation = arrived(Mail.of(WRITER.write(confirmed, DECIDED), JO.name(), JO.email(), SENDER, "an-id"));

        assertThat(reminder.getHeader("List-Unsubscribe"))
                .containsExactly("<https://clinic.example/opt-outs/REMINDER/client/" + cast.client() + ">");
        assertThat(reminder.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
        assertThat(reminder.getHeader("List-Id")).containsExactly("<reminder.rhomboid.example>");
        assertThat(confirmation.getHeader("List-Unsubscribe")).isNull();
        assertThat(confirmation.getHeader("List-Id")).isNull();
    }

    @Test
    void has_the_parts_that_mail_and_calendar_programs_look_for() throws Exception {
        var mail = mail(JO, "Rhomboid Mitte");
        var mime = arrived(mail);

        var mixed = (Multipart) mime.getContent();
        assertThat(new ContentType(mixed.getContentType()).getSubType()).isEqualTo("mixed");
        assertThat(mixed.getCount()).isEqualTo(2);
        var alternative = (Multipart) mixed.getBodyPart(0).getContent();
        assertThat(new ContentType(alternative.getContentType()).getSubType()).isEqualTo("alternative");
        assertThat(alternative.getCount()).isEqualTo(3);
        assertThat(type(alternative.getBodyPart(0)).getBaseType()).isEqualTo("text/plain");
        assertThat(type(alternative.getBodyPart(1)).getBaseType()).isEqualTo("text/html");
        var calendar = type(alternative.getBodyPart(2));
        assertThat(calendar.getBaseType()).isEqualTo("text/calendar");
        assertThat(calendar.getParameter("method")).isEqualTo("REQUEST");
        assertThat(calendar.getParameter("charset")).isEqualTo("UTF-8");
        for (int i = 0; i < 3; i++)
            assertThat(type(alternative.getBodyPart(i)).getParameter("charset")).isEqualTo("UTF-8");
        var file = mixed.getBodyPart(1);
        assertThat(type(file).getBaseType()).isEqualTo("application/ics");
        assertThat(file.getDisposition()).isEqualTo("attachment");
        assertThat(file.getFileName()).isEqualTo("session.ics");

        assertThat(text(alternative.getBodyPart(0))).isEqualTo(mail.text().replace("\n", "\r\n"));
        assertThat(text(alternative.getBodyPart(2))).isEqualTo(mail.calendar().text());
        assertThat(text(file)).isEqualTo(mail.calendar().text());
        assertThat(mime.getMessageID()).isEqualTo(mail.messageId());
        assertThat(mime.getSentDate().toInstant()).isEqualTo(DECIDED);
        assertThat(mime.getHeader("Auto-Submitted")).containsExactly("auto-generated");
        assertThat(mime.getHeader("Content-Language")).containsExactly("en");
    }

    @Test
    void names_and_subjects_of_any_script_arrive_as_they_were_written() throws Exception {
        var mime = arrived(
                mail(new Client("Zoë Ünlü 田中 💆", "zoe@client.example", null, "en"), "Praxis Mîtte, \"Süd\" 東"));

        assertThat(mime.getSubject()).endsWith("at Praxis Mîtte, \"Süd\" 東");
        assertThat(((InternetAddress) mime.getFrom()[0]).getPersonal()).isEqualTo("Praxis Mîtte, \"Süd\" 東");
        assertThat(((InternetAddress) mime.getAllRecipients()[0]).getPersonal()).isEqualTo("Zoë Ünlü 田中 💆");
        var raw = new ByteArrayOutputStream();
        mime.writeTo(raw);
        var head = raw.toString(ISO_8859_1).split("\r\n\r\n")[0];
        assertThat(head).matches("\\p{ASCII}*");
        for (var line : head.split("\r\n")) assertThat(line.length()).isLessThanOrEqualTo(998);
    }

    @Test
    void nobody_gets_a_header_of_their_own_in() throws Exception {
        var mime = arrived(mail(
                new Client("Jo\r\nBcc: all@client.example\r\n\r\n<script>", "jo@client.example", null, "en"),
                "Mitte\r\nX-Evil: 1\nBcc: x@y.example"));

        assertThat(mime.getHeader("X-Evil")).isNull();
        assertThat(mime.getHeader("Bcc")).isNull();
        assertThat(mime.getAllRecipients()).hasSize(1);
        assertThat(mime.getSubject()).endsWith("at Mitte X-Evil: 1 Bcc: x@y.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "",
                "jo",
                "@",
                "jo@",
                "@client.example",
                "jo@client.example, all@client.example",
                "Jo <jo@client.example>",
                "all: jo@client.example;",
                "jo@client.example (Jo)",
                "jo jo@client.example",
                "jo@client.example\r\nBcc: all@client.example",
                "jo@cli ent.example",
                "<jo@client.example>",
                "jo@@client.example",
                "jo\u0000@client.example",
                "jo@client..example"
            })
    void what_is_no_address_is_refused_for_good_and_nobody_is_asked(String address) {
        assertThat(post(1).send(mail(new Client("Jo", address, null, "en"), "Mitte")))
                .isEqualTo(new Receipt.Refused("not a mail address"));
        assertThat(server.breaker().getMetrics().getNumberOfBufferedCalls()).isZero();
    }

    @Test
    void a_domain_in_another_script_is_written_as_mail_has_it() throws Exception {
        var mime = arrived(mail(new Client("Jo", "jo@müller.example", null, "en"), "Mitte"));

        assertThat(mime.getAllRecipients()[0].toString()).contains("jo@xn--mller-kva.example");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 550 5.1.1 <jo@client.example>: no such user | recipient refused: 550 5.1.1",
                "RCPT | 553 who | recipient refused: 553",
                ". | 554 5.7.1 looks like spam from jo@client.example | message refused: 554 5.7.1",
                "DATA | 552 5.3.4 too big | message refused: 552 5.3.4",
            })
    void a_mail_that_the_server_will_never_take_is_refused_and_the_server_is_well(
            String verb, String reply, String reason) throws Exception {
        try (var server = new ScriptedServer(Map.of(verb, reply))) {
            assertThat(post(server.port()).send(mail(JO, "Mitte"))).isEqualTo(new Receipt.Refused(reason));
        }
        assertThat(server.breaker().getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "RCPT | 450 4.2.1 greylisted, jo@client.example | recipient not now: 450 4.2.1",
                "RCPT | 452 4.2.2 mailbox full | recipient not now: 452 4.2.2",
                ". | 451 4.3.0 try later | message not now: 451 4.3.0",
            })
    void a_mail_that_the_server_may_take_later_is_deferred_and_the_server_is_well(
            String verb, String reply, String reason) throws Exception {
        try (var server = new ScriptedServer(Map.of(verb, reply))) {
            assertThat(post(server.port()).send(mail(JO, "Mitte"))).isEqualTo(new Receipt.Deferred(reason));
        }
        assertThat(server.breaker().getMetrics().getNumberOfFailedCalls()).isZero();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "greeting | 554 no service here | no connection to the mail server",
                "greeting | 421 4.3.2 shutting down | no connection to the mail server",
                "greeting | … | the mail server did not answer in time",
                "greeting | '' | no connection to the mail server",
                "MAIL | 550 5.7.1 sender bookings@rhomboid.example not allowed | sender refused: 550 5.7.1",
                "MAIL | 421 4.7.0 too many connections | the mail server is closing: 421 4.7.0",
                "RCPT | 421 4.3.2 shutting down | the mail server is closing: 421 4.3.2",
                "RCPT | … | the mail server did not answer in time",
                ". | 421 4.3.2 shutting down | the mail server is closing: 421 4.3.2",
                ". | … | the mail server did not answer in time",
                ". | '' | no connection to the mail server",
            })
    void a_server_that_is_not_well_counts_against_the_server(String verb, String reply, String reason)
            throws Exception {
        try (var server = new ScriptedServer(Map.of(verb, reply))) {
            assertThat(post(server.port()).send(mail(JO, "Mitte"))).isEqualTo(new Receipt.Deferred(reason));
        }
        assertThat(server.breaker().getMetrics().getNumberOfFailedCalls()).isEqualTo(1);
    }

    @Test
    void a_server_that_hangs_up_instead_of_saying_goodbye_has_taken_the_mail() throws Exception {
        try (var server = new ScriptedServer(Map.of("QUIT", ""))) {
            assertThat(post(server.port()).send(mail(JO, "Mitte"))).isInstanceOf(Receipt.Accepted.class);
        }
    }

    @Test
    void a_server_that_is_away_is_left_alone_after_a_while() throws Exception {
        int port;
        try (var server = new ScriptedServer(Map.of())) {
            port = server.port();
        }
        var post = post(port);
        assertThat(post.isOpen()).isTrue();
        post.send(mail(JO, "Mitte"));
        assertThat(post.isOpen()).isTrue();
        post.send(mail(JO, "Mitte"));

        assertThat(post.isOpen()).isFalse();
        assertThat(post.send(mail(JO, "Mitte"))).isEqualTo(new Receipt.Closed(PAUSE));
    }

    private static ContentType type(BodyPart part) throws Exception {
        return new ContentType(part.getContentType());
    }

    private static String text(BodyPart part) throws Exception {
        return new String(part.getInputStream().readAllBytes(), UTF_8);
    }
}
