package io.rhomboid.local.mail;

import java.io.IOException;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.json.JsonMapper;

/**
 * The part of Mailpit's HTTP API that a test needs, with Mailpit's own names of fields.
 *
 * <ul>
 *   <li>{@code GET /api/v1/messages?start&limit}, {@code GET /api/v1/search?query=to:anna@example.org}
 *   <li>{@code DELETE /api/v1/messages}, all or, by a body {@code {"IDs": […]}}, some
 *   <li>{@code GET /api/v1/message/{ID}}, {@code …/headers}, {@code …/raw}, {@code …/part/{PartID}};
 *       {@code latest} is an id, too
 * </ul>
 *
 * <p>Nothing is ever marked as read. Of Mailpit's search: words and {@code "phrases"}
 * (in subject, names and the beginning of the text), {@code from: to: cc:
 * bcc: addressed: subject: message-id:}, each negated by a {@code -} or {@code !}.
 */
final class MailApi implements HttpHandler {

    private static final Pattern MESSAGE = Pattern.compile("/api/v1/message/([^/]+)(?:/(raw|headers|part/([\\d.]+)))?");
    private static final Pattern TERM = Pattern.compile("([-!]?)(?:([\\w-]+):)?(?:\"([^\"]*)\"|(\\S+))");

    private final Mailbox mailbox;
    private final JsonMapper json = JsonMapper.shared();

    MailApi(Mailbox mailbox) {
        this.mailbox = mailbox;
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            answer(exchange).send(exchange);
        }
    }

    private Answer answer(HttpExchange exchange) throws IOException {
        var path = exchange.getRequestURI().getPath();
        var query = query(exchange);
        return switch (exchange.getRequestMethod() + " " + path) {
            case "GET /api/v1/messages" -> json(page(mailbox.all(), query));
            case "DELETE /api/v1/messages" -> delete(exchange.getRequestBody().readNBytes(1 << 20));
            case "GET /api/v1/search" -> json(page(search(query.getOrDefault("query", "")), query));
            case "GET /api/v1/info" ->
                json(Map.of(
                        "Version",
                        "Rhomboid mail catcher",
                        "Messages",
                        mailbox.all().size()));
            default -> {
                var message = MESSAGE.matcher(path);
                yield exchange.getRequestMethod().equals("GET") && message.matches()
                        ? message(
                                id(message.group(1)),
                                Optional.ofNullable(message.group(2)).orElse(""),
                                message.group(3))
                        : Answer.missing();
            }
        };
    }

    private Answer message(String id, String what, @Nullable String partId) {
        if (what.equals("raw")) {
            return mailbox.raw(id).map(Answer::plain).orElseGet(Answer::missing);
        }
        return mailbox.find(id)
                .map(mail -> switch (what) {
                    case "" -> json(whole(mail));
                    case "headers" ->
                        json(mail.headers().stream()
                                .collect(Collectors.groupingBy(
                                        Mail.Header::name,
                                        LinkedHashMap::new,
                                        Collectors.mapping(Mail.Header::value, Collectors.toList()))));
                    default ->
                        mail.parts().stream()
                                .filter(part -> part.partId().equals(partId))
                                .findFirst()
                                .map(Answer::part)
                                .orElseGet(Answer::missing);
                })
                .orElseGet(Answer::missing);
    }

    private Answer delete(byte[] body) {
        try {
            var ids = new String(body, StandardCharsets.UTF_8).isBlank()
                    ? List.<String>of()
                    : json.readTree(body)
                            .path("IDs")
                            .valueStream()
                            .map(id -> id.asString())
                            .toList();
            mailbox.removeIf(mail -> ids.isEmpty() || ids.contains(mail.id()));
            return Answer.plain("ok".getBytes(StandardCharsets.UTF_8));
        } catch (JacksonException e) {
            return Answer.malformed("The body is not JSON");
        }
    }

    private String id(String asked) {
        return asked.equals("latest")
                ? mailbox.all().stream().findFirst().map(Mail::id).orElse("")
                : asked;
    }

    private Map<String, Object> page(List<Mail> found, Map<String, String> query) {
        var start = number(query.get("start"), 0);
        var limit = number(query.get("limit"), 50);
        var total = mailbox.all().size();
        var shown =
                found.stream().skip(start).limit(limit).map(MailApi::summary).toList();
        var page = new LinkedHashMap<String, Object>();
        page.put("total", total);
        page.put("unread", total);
        page.put("count", shown.size());
        page.put("messages_count", found.size());
        page.put("messages_unread", found.size());
        page.put("start", start);
        page.put("tags", List.of());
        page.put("messages", shown);
        return page;
    }

    private static Map<String, Object> summary(Mail mail) {
        var fields = head(mail);
        fields.put("Read", false);
        fields.put("Created", mail.created().toString());
        fields.put(
                "Attachments",
                mail.parts().stream().filter(part -> !part.inline()).count());
        fields.put("Snippet", mail.text());
        return fields;
    }

    private static Map<String, Object> whole(Mail mail) {
        var fields = head(mail);
        fields.put("ReturnPath", mail.returnPath());
        fields.put("Date", mail.date().toString());
        fields.put("Text", mail.text());
        fields.put("HTML", mail.html());
        fields.put("Inline", parts(mail, Mail.Part::inline));
        fields.put("Attachments", parts(mail, part -> !part.inline()));
        return fields;
    }

    private static Map<String, Object> head(Mail mail) {
        var fields = new LinkedHashMap<String, Object>();
        fields.put("ID", mail.id());
        fields.put("MessageID", mail.messageId());
        fields.put("From", person(mail.from()));
        fields.put("To", people(mail.to()));
        fields.put("Cc", people(mail.cc()));
        fields.put("Bcc", people(mail.bcc()));
        fields.put("ReplyTo", people(mail.replyTo()));
        fields.put("Subject", mail.subject());
        fields.put("Tags", List.of());
        fields.put("Username", "");
        fields.put("Size", mail.size());
        return fields;
    }

    private static List<Map<String, Object>> parts(Mail mail, Predicate<Mail.Part> wanted) {
        return mail.parts().stream()
                .filter(wanted)
                .map(part -> Map.<String, Object>of(
                        "PartID", part.partId(),
                        "FileName", part.fileName(),
                        "ContentType", part.contentType(),
                        "ContentID", part.contentId(),
                        "Size", part.content().length))
                .toList();
    }

    private static List<Map<String, Object>> people(List<Mail.Person> people) {
        return people.stream().map(MailApi::person).toList();
    }

    private static Map<String, Object> person(Mail.Person person) {
        return Map.of("Name", person.name(), "Address", person.address());
    }

    private List<Mail> search(String text) {
        var terms = TERM.matcher(text)
                .results()
                .map(term -> {
                    var value = Optional.ofNullable(term.group(3))
                            .orElse(Optional.ofNullable(term.group(4)).orElse(""));
                    var wanted = term(
                            Optional.ofNullable(term.group(2)).orElse("").toLowerCase(Locale.ROOT),
                            value.toLowerCase(Locale.ROOT));
                    return term.group(1).isEmpty() ? wanted : wanted.negate();
                })
                .reduce(_ -> true, Predicate::and);
        return mailbox.all().stream().filter(terms).toList();
    }

    private static Predicate<Mail> term(String key, String value) {
        return switch (key) {
            case "from" -> mail -> names(Stream.of(mail.from()), value);
            case "to" -> mail -> names(mail.to().stream(), value);
            case "cc" -> mail -> names(mail.cc().stream(), value);
            case "bcc" -> mail -> names(mail.bcc().stream(), value);
            case "addressed" ->
                mail -> names(
                        Stream.of(List.of(mail.from()), mail.to(), mail.cc(), mail.bcc())
                                .flatMap(List::stream),
                        value);
            case "subject" -> mail -> mail.subject().toLowerCase(Locale.ROOT).contains(value);
            case "message-id" ->
                mail -> mail.messageId().toLowerCase(Locale.ROOT).contains(value);
            default ->
                mail -> (mail.subject() + " " + mail.text() + " " + mail.from() + " " + mail.to())
                        .toLowerCase(Locale.ROOT)
                        .contains(value);
        };
    }

    private static boolean names(Stream<Mail.Person> people, String value) {
        return people.anyMatch(
                person -> person.toString().toLowerCase(Locale.ROOT).contains(value));
    }

    private Answer json(Object body) {
        return new Answer(200, "application/json", json.writeValueAsBytes(body), Map.of());
    }

    private static Map<String, String> query(HttpExchange exchange) {
        var query = exchange.getRequestURI().getRawQuery();
        return query == null
                ? Map.of()
                : Stream.of(query.split("&"))
                        .map(pair -> pair.split("=", 2))
                        .collect(Collectors.toMap(
                                pair -> decoded(pair[0]),
                                pair -> pair.length < 2 ? "" : decoded(pair[1]),
                                (one, _) -> one));
    }

    private static String decoded(String value) {
        return URLDecoder.decode(value, StandardCharsets.UTF_8);
    }

    private static int number(@Nullable String value, int otherwise) {
        return value != null && value.matches("\\d{1,6}") ? Integer.parseInt(value) : otherwise;
    }
}
