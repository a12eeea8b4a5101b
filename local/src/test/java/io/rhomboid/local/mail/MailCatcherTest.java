package io.rhomboid.local.mail;

import java.io.ByteArrayInputStream;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Properties;
import jakarta.mail.Message;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

import static org.assertj.core.api.Assertions.assertThat;

class MailCatcherTest {

    private static final String CALENDAR = "BEGIN:VCALENDAR\r\nMETHOD:REQUEST\r\nEND:VCALENDAR\r\n";

    @TempDir
    Path folder;

    private final HttpClient http = HttpClient.newHttpClient();
    private MailCatcher catcher;

    @BeforeEach
    void start() throws Exception {
        catcher = MailCatcher.start(folder, 0, 0, 3);
    }

    @AfterEach
    void stop() {
        catcher.close();
        http.close();
    }

    @Test
    void a_sent_mail_can_be_read_whole() throws Exception {
        send("anna@example.org", "Ihre Stunde am Montag – bestätigt");

        var mail = get("/api/v1/message/latest");

        assertThat(mail.at("/Subject").asString()).isEqualTo("Ihre Stunde am Montag – bestätigt");
        assertThat(mail.at("/From/Address").asString()).isEqualTo("clinic@example.org");
        assertThat(mail.at("/From/Name").asString()).isEqualTo("Praxis Süd");
        assertThat(mail.at("/To/0/Address").asString()).isEqualTo("anna@example.org");
        assertThat(mail.at("/Bcc/0/Address").asString()).isEqualTo("archive@example.org");
        assertThat(mail.at("/Text").asString()).isEqualTo("Bis bald, Ünal");
        assertThat(mail.at("/HTML").asString()).contains("<b>Bis bald</b>");
        assertThat(mail.at("/Attachments/0/FileName").asString()).isEqualTo("session.ics");
        assertThat(mail.at("/Attachments/0/ContentType").asString()).isEqualTo("text/calendar");
        assertThat(text("/api/v1/message/" + mail.at("/ID").asString() + "/part/"
                        + mail.at("/Attachments/0/PartID").asString()))
                .isEqualTo(CALENDAR);
    }

    @Test
    void a_mail_comes_back_as_it_came() throws Exception {
        send("anna@example.org", "Confirmed");

        var raw = text("/api/v1/message/latest/raw");

        var parsed = new MimeMessage(
                Session.getInstance(new Properties()), new ByteArrayInputStream(raw.getBytes(StandardCharsets.UTF_8)));
        assertThat(parsed.getSubject()).isEqualTo("Confirmed");
        assertThat(((MimeMultipart) parsed.getContent()).getCount()).isEqualTo(2);
    }

    @Test
    void a_search_finds_by_recipient_and_by_word_of_the_subject() throws Exception {
        send("anna@example.org", "Confirmed");
        send("ben@example.org", "Confirmed");
        send("anna@example.org", "Cancelled");

        assertThat(count("to:anna@example.org")).isEqualTo(2);
        assertThat(count("to:anna@example.org subject:cancelled")).isEqualTo(1);
        assertThat(count("-to:anna@example.org")).isEqualTo(1);
        assertThat(count("to:\"ben@example.org\" subject:cancelled")).isZero();
    }

    @Test
    void mails_survive_a_restart_and_the_oldest_make_room() throws Exception {
        for (var subject : new String[] {"one", "two", "three", "four"}) {
            send("anna@example.org", subject);
        }
        catcher.close();
        catcher = MailCatcher.start(folder, 0, 0, 3);

        var messages = get("/api/v1/messages");

        assertThat(messages.at("/total").asInt()).isEqualTo(3);
        assertThat(messages.at("/messages")
                        .valueStream()
                        .map(mail -> mail.at("/Subject").asString()))
                .containsExactly("four", "three", "two");
    }

    @Test
    void mails_can_be_removed_some_or_all() throws Exception {
        send("anna@example.org", "one");
        send("anna@example.org", "two");
        send("anna@example.org", "three");
        var id = get("/api/v1/message/latest").at("/ID").asString();

        delete("{\"IDs\": [\"" + id + "\"]}");
        assertThat(get("/api/v1/messages").at("/total").asInt()).isEqualTo(2);

        delete("");
        assertThat(get("/api/v1/messages").at("/total").asInt()).isZero();
    }

    @Test
    void a_mails_own_markup_stays_in_its_frame() throws Exception {
        send("anna@example.org", "<script>alert(1)</script>");
        var id = get("/api/v1/message/latest").at("/ID").asString();

        assertThat(text("/")).contains("&lt;script&gt;").doesNotContain("<script>");
        assertThat(text("/mail/" + id)).contains("METHOD:REQUEST").doesNotContain("<script>", "<b>Bis bald</b>");
        assertThat(answer("/view/" + id + ".html").headers().firstValue("Content-Security-Policy"))
                .hasValueSatisfying(policy -> assertThat(policy)
                        .startsWith("sandbox ")
                        .contains("default-src 'none'")
                        .doesNotContain("allow-scripts", "allow-same-origin"));
    }

    private void send(String to, String subject) throws Exception {
        var properties = new Properties();
        properties.put("mail.smtp.host", "127.0.0.1");
        properties.put("mail.smtp.port", Integer.toString(catcher.smtpPort()));
        var message = new MimeMessage(Session.getInstance(properties));
        message.setFrom(new InternetAddress("clinic@example.org", "Praxis Süd", "UTF-8"));
        message.setRecipients(Message.RecipientType.TO, to);
        message.setRecipients(Message.RecipientType.BCC, "archive@example.org");
        message.setSubject(subject, "UTF-8");
        var text = new MimeBodyPart();
        text.setText("Bis bald, Ünal", "UTF-8");
        var html = new MimeBodyPart();
        html.setText("<p><b>Bis bald</b><script>alert(1)</script></p>", "UTF-8", "html");
        var body = new MimeBodyPart();
        body.setContent(new MimeMultipart("alternative", text, html));
        var calendar = new MimeBodyPart();
        calendar.setText(CALENDAR, "UTF-8", "calendar");
        calendar.setFileName("session.ics");
        calendar.setDisposition(MimeBodyPart.ATTACHMENT);
        message.setContent(new MimeMultipart("mixed", body, calendar));
        Transport.send(message);
    }

    private int count(String query) throws Exception {
        var encoded = URLEncoder.encode(query, StandardCharsets.UTF_8);
        return get("/api/v1/search?query=" + encoded).at("/messages_count").asInt();
    }

    @Test
    void a_text_message_is_taken_as_the_provider_takes_it_and_shown_as_text() throws Exception {
        var sent = http.send(
                HttpRequest.newBuilder(URI.create(catcher.pageUrl() + "/2010-04-01/Accounts/local/Messages.json"))
                        .POST(HttpRequest.BodyPublishers.ofString(
                                "To=%2B49305550199&From=%2B1500&Body=%3Cb%3EHallo%3C/b%3E"))
                        .build(),
                HttpResponse.BodyHandlers.ofString());

        assertThat(sent.statusCode()).isEqualTo(201);
        assertThat(JsonMapper.shared().readTree(sent.body()).get("sid").asString())
                .matches("SM[0-9a-f]{32}");
        assertThat(text("/texts")).contains("+49305550199", "&lt;b&gt;Hallo").doesNotContain("<b>Hallo");

        var incomplete = http.send(
                HttpRequest.newBuilder(URI.create(catcher.pageUrl() + "/2010-04-01/Accounts/local/Messages.json"))
                        .POST(HttpRequest.BodyPublishers.ofString("To=1"))
                        .build(),
                HttpResponse.BodyHandlers.discarding());
        assertThat(incomplete.statusCode()).isEqualTo(400);
    }

    private JsonNode get(String path) throws Exception {
        return JsonMapper.shared().readTree(text(path));
    }

    private String text(String path) throws Exception {
        var answer = answer(path);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer.body();
    }

    private HttpResponse<String> answer(String path) throws Exception {
        return http.send(
                HttpRequest.newBuilder(URI.create(catcher.pageUrl() + path)).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    private void delete(String body) throws Exception {
        var request = HttpRequest.newBuilder(URI.create(catcher.pageUrl() + "/api/v1/messages"))
                .method("DELETE", HttpRequest.BodyPublishers.ofString(body))
                .build();
        assertThat(http.send(request, HttpResponse.BodyHandlers.ofString()).statusCode())
                .isEqualTo(200);
    }
}
