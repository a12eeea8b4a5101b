package io.rhomboid.local.mail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;

/**
 * The caught mails for people: a list that renews itself, and a page for each mail.
 *
 * <p>A mail's HTML is somebody else's: it is shown in a frame without scripts, without our origin and
 * without the network; its links open in a new tab.
 */
final class MailPages implements HttpHandler {

    /** Whoever looks for an older one asks the API. */
    private static final int LISTED = 500;

    private static final Pattern MAIL = Pattern.compile("/(mail|view)/([0-9a-z]+)(\\.html)?");
    private static final String OURS =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; base-uri 'none'; form-action 'none'";
    private static final String THEIRS =
            "sandbox allow-popups allow-popups-to-escape-sandbox; default-src 'none'; style-src 'unsafe-inline'; img-src data:";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("d MMM HH:mm:ss", Locale.ENGLISH).withZone(ZoneId.systemDefault());

    private final Mailbox mailbox;

    MailPages(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange.getRequestURI().getPath()).send(exchange);
        }
    }

    private Answer answer(String path) {
        if (path.equals("/")) {
            return Answer.html(list(mailbox.all().stream().limit(LISTED).toList()), OURS);
        }
        if (path.equals("/livez") || path.equals("/readyz")) {
            return Answer.plain("ok".getBytes(StandardCharsets.UTF_8));
        }
        var asked = MAIL.matcher(path);
        if (!asked.matches()) {
            return Answer.missing();
        }
        return mailbox.find(asked.group(2))
                .map(mail -> asked.group(1).equals("mail")
                        ? Answer.html(page(mail), OURS)
                        : Answer.html("<base target=\"_blank\">" + mail.html(), THEIRS))
                .orElseGet(Answer::missing);
    }

    private static String list(List<Mail> mails) {
        var rows = mails.stream()
                .map(mail -> """
                        <tr><td class="quiet">%s</td><td>%s</td><td><a href="/mail/%s">%s</a><div class="quiet">%s</div></td></tr>
                        """.formatted(
                                TIME.format(mail.created()),
                                escaped(people(mail.to())),
                                mail.id(),
                                escaped(mail.subject().isBlank() ? "(no subject)" : mail.subject()),
                                escaped(mail.text())))
                .collect(Collectors.joining());
        var body = mails.isEmpty()
                ? "<p>None yet. Book a session, and the confirmation arrives here within seconds.</p>"
                : "<table><thead><tr><th>Arrived</th><th>To</th><th>Mail</th></tr></thead><tbody>" + rows
                        + "</tbody></table>";
        return frame("Mails", "<meta http-equiv=\"refresh\" content=\"5\">", """
                <h1>Mails</h1>
                <p class="quiet">What the clinic would have sent. Nothing leaves this machine.</p>
                """ + body);
    }

    private static String page(Mail mail) {
        var parts = mail.parts().stream()
                .map(part -> """
                        <li><a href="/api/v1/message/%s/part/%s">%s</a> <span class="quiet">%s, %d bytes</span>%s</li>
                        """.formatted(
                        mail.id(),
                        part.partId(),
                        escaped(part.fileName().isEmpty() ? "part " + part.partId() : part.fileName()),
                        escaped(part.contentType()),
                        part.content().length,
                        part.contentType().equals("text/calendar")
                                ? "<pre>" + escaped(new String(part.content(), StandardCharsets.UTF_8)) + "</pre>"
                                : ""))
                .collect(Collectors.joining());
        var headers = mail.headers().stream()
                .map(header ->
                        "<tr><th>%s</th><td>%s</td></tr>".formatted(escaped(header.name()), escaped(header.value())))
                .collect(Collectors.joining());
        return frame(
                escaped(mail.subject()),
                "",
                """
                <p><a href="/">All mails</a></p>
                <h1>%s</h1>
                <p>From %s to %s<br><span class="quiet">%s</span></p>
                """.formatted(
                                        escaped(mail.subject()),
                                        escaped(mail.from().toString()),
                                        escaped(people(mail.to())),
                                        TIME.format(mail.created()))
                        + (mail.html().isBlank()
                                ? ""
                                : "<iframe title=\"The mail\" sandbox=\"allow-popups allow-popups-to-escape-sandbox\" src=\"/view/"
                                        + mail.id() + ".html\"></iframe>")
                        + (parts.isEmpty() ? "" : "<h2>Calendar and attachments</h2><ul>" + parts + "</ul>")
                        + (mail.text().isBlank() ? "" : "<h2>As plain text</h2><pre>" + escaped(mail.text()) + "</pre>")
                        + "<details><summary>Headers</summary><table>" + headers + "</table></details>"
                        + "<p><a href=\"/api/v1/message/" + mail.id() + "/raw\">As it came</a></p>");
    }

    private static String frame(String title, String head, String body) {
        return """
                <!doctype html>
                <html lang="en"><head><meta charset="utf-8"><title>%s</title>
                <meta name="viewport" content="width=device-width, initial-scale=1">%s
                <style>
                  :root { color-scheme: light dark }
                  body { font: 16px/1.5 system-ui, sans-serif; max-width: 60rem; margin: 2rem auto; padding: 0 1rem }
                  table { border-collapse: collapse; width: 100%% }
                  th, td { text-align: left; vertical-align: top; padding: .4rem 1rem .4rem 0; border-bottom: 1px solid #8884 }
                  td { overflow-wrap: anywhere } td:first-child, th { white-space: nowrap }
                  pre { white-space: pre-wrap; overflow-wrap: anywhere; background: #8881; padding: .6rem .8rem }
                  iframe { width: 100%%; height: 32rem; border: 1px solid #8884; background: #fff }
                  .quiet { opacity: .7; font-size: .9em }
                </style></head><body>
                """.formatted(title, head) + body + "</body></html>\n";
    }

    private static String people(List<Mail.Person> people) {
        return people.stream().map(Mail.Person::toString).collect(Collectors.joining(", "));
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
