package io.rhomboid.local.mail;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UnsupportedEncodingException;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.stream.Stream;
import jakarta.mail.BodyPart;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Multipart;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeUtility;

import org.jspecify.annotations.Nullable;

/**
 * Takes a mail apart. The first plain text and the first HTML that are not attachments are the body,
 * everything else is a part.
 */
final class MailReader {

    private static final Session SESSION = Session.getInstance(new Properties());

    private final ArrayList<Mail.Part> parts = new ArrayList<>();
    private @Nullable String text;
    private @Nullable String html;

    private MailReader() {}

    /** A mail that can't be taken apart comes as plain text, whole. */
    static Mail read(String id, Instant created, byte[] raw) {
        try {
            return new MailReader().read(id, created, new MimeMessage(SESSION, new ByteArrayInputStream(raw)), raw);
        } catch (MessagingException | IOException | RuntimeException e) {
            return new Mail(
                    id,
                    created,
                    "",
                    Mail.Person.NOBODY,
                    List.of(),
                    List.of(),
                    List.of(),
                    List.of(),
                    "",
                    "(a mail that can't be read)",
                    created,
                    new String(raw, StandardCharsets.UTF_8),
                    "",
                    List.of(),
                    List.of(),
                    raw.length);
        }
    }

    private Mail read(String id, Instant created, MimeMessage message, byte[] raw)
            throws MessagingException, IOException {
        walk(message, "0");
        var to = people(message, Message.RecipientType.TO.toString());
        var cc = people(message, Message.RecipientType.CC.toString());
        var named = Stream.of(to, cc).flatMap(List::stream).map(MailReader::key).toList();
        var bcc = people(message, Mailbox.DELIVERED_TO).stream()
                .filter(person -> !named.contains(key(person)))
                .toList();
        var sent = message.getSentDate();
        return new Mail(
                id,
                created,
                first(message, "Message-ID").replaceAll("^<|>$", ""),
                people(message, "From").stream().findFirst().orElse(Mail.Person.NOBODY),
                to,
                cc,
                bcc,
                people(message, "Reply-To"),
                first(message, Mailbox.RETURN_PATH).replaceAll("^<|>$", ""),
                decoded(first(message, "Subject")),
                sent == null ? created : sent.toInstant(),
                text == null ? "" : text,
                html == null ? "" : html,
                headers(message),
                List.copyOf(parts),
                raw.length);
    }

    private void walk(Part part, String partId) throws MessagingException, IOException {
        if (part.isMimeType("multipart/*") && part.getContent() instanceof Multipart several) {
            for (var i = 0; i < several.getCount(); i++) {
                walk(several.getBodyPart(i), partId.equals("0") ? "" + (i + 1) : partId + "." + (i + 1));
            }
            return;
        }
        var attached = Part.ATTACHMENT.equalsIgnoreCase(part.getDisposition());
        if (!attached && text == null && part.isMimeType("text/plain")) {
            text = text(part);
        } else if (!attached && html == null && part.isMimeType("text/html")) {
            html = text(part);
        } else {
            parts.add(part(part, partId, !attached));
        }
    }

    private static Mail.Part part(Part part, String partId, boolean inline) throws MessagingException, IOException {
        var fileName = part.getFileName();
        var contentId = part instanceof BodyPart ? part.getHeader("Content-ID") : null;
        try (var content = part.getInputStream()) {
            return new Mail.Part(
                    partId,
                    fileName == null ? "" : decoded(fileName),
                    part.getContentType().replaceAll("(?s);.*", "").strip().toLowerCase(Locale.ROOT),
                    contentId == null ? "" : contentId[0].replaceAll("^<|>$", ""),
                    inline,
                    content.readAllBytes());
        }
    }

    private static String text(Part part) throws MessagingException, IOException {
        try {
            if (part.getContent() instanceof String content) {
                return content;
            }
        } catch (UnsupportedEncodingException e) {
            // An unknown character set: below, as well as it goes.
        }
        try (InputStream content = part.getInputStream()) {
            return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private static List<Mail.Person> people(MimeMessage message, String header) throws MessagingException {
        var value = message.getHeader(header, ",");
        if (value == null) {
            return List.of();
        }
        try {
            return Stream.of(InternetAddress.parseHeader(value, false))
                    .map(address -> new Mail.Person(
                            address.getPersonal() == null ? "" : address.getPersonal(), address.getAddress()))
                    .toList();
        } catch (AddressException e) {
            return List.of(new Mail.Person("", value));
        }
    }

    private static String key(Mail.Person person) {
        return person.address().toLowerCase(Locale.ROOT);
    }

    private static String first(MimeMessage message, String header) throws MessagingException {
        var values = message.getHeader(header);
        return values == null ? "" : values[0].strip();
    }

    private static List<Mail.Header> headers(MimeMessage message) throws MessagingException {
        return Collections.list(message.getAllHeaders()).stream()
                .map(header -> new Mail.Header(header.getName(), decoded(header.getValue())))
                .toList();
    }

    private static String decoded(String value) {
        var line = MimeUtility.unfold(value);
        try {
            return MimeUtility.decodeText(line);
        } catch (UnsupportedEncodingException e) {
            return line;
        }
    }
}
