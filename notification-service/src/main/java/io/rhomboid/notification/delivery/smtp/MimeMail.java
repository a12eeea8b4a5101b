package io.rhomboid.notification.delivery.smtp;

import java.io.UnsupportedEncodingException;
import java.net.IDN;
import java.time.Instant;
import java.util.Date;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Part;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeBodyPart;
import jakarta.mail.internet.MimeMessage;
import jakarta.mail.internet.MimeMultipart;

import io.rhomboid.notification.message.CalendarFile;
import io.rhomboid.notification.message.Mail;
import io.rhomboid.notification.message.Mail.Mailbox;

import static java.nio.charset.StandardCharsets.UTF_8;

/**
 * A mail as MIME, in the shape in which calendar programs look for an invitation:
 *
 * <pre>
 * multipart/mixed
 * ├─ multipart/alternative
 * │  ├─ text/plain
 * │  ├─ text/html
 * │  └─ text/calendar; method=REQUEST      for programs that show it in the mail
 * └─ application/ics, attached              for those that want a file
 * </pre>
 *
 * Without a calendar entry it is the alternative alone.
 */
final class MimeMail extends MimeMessage {

    private static final String FILE_NAME = "session.ics";

    private final String messageId;

    private MimeMail(Session session, String messageId) {
        super(session);
        this.messageId = messageId;
    }

    /** @throws AddressException if one of the addresses is none; whoever is to blame, another try won't help */
    static MimeMail of(Session session, Mail mail, Instant now) throws MessagingException {
        var mime = new MimeMail(session, mail.messageId());
        mime.setFrom(address(mail.from()));
        if (mail.replyTo() != null) mime.setReplyTo(new InternetAddress[] {address(mail.replyTo())});
        mime.setRecipient(RecipientType.TO, address(mail.to()));
        mime.setSubject(mail.subject(), UTF_8.name());
        mime.setSentDate(Date.from(now));
        mime.setContentLanguage(new String[] {mail.locale().toLanguageTag()});
        // A machine wrote it (RFC 3834): no out-of-office answers.
        mime.setHeader("Auto-Submitted", "auto-generated");

        if (mail.unsubscribe() != null) {
            var domain = mail.from().address().substring(mail.from().address().indexOf('@') + 1);
            mime.setHeader("List-Id", "<" + mail.kind().key() + "." + domain + ">");
            mime.setHeader("List-Unsubscribe", "<" + mail.unsubscribe() + ">");
            // RFC 8058: the mail program may send the request itself, and a person has only to press once.
            mime.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
        }

        var alternative = new MimeMultipart("alternative");
        alternative.addBodyPart(text(mail.text(), "plain"));
        alternative.addBodyPart(text(mail.html(), "html"));
        var calendar = mail.calendar();
        if (calendar == null) {
            mime.setContent(alternative);
        } else {
            alternative.addBodyPart(invitation(calendar));
            var said = new MimeBodyPart();
            said.setContent(alternative);
            mime.setContent(new MimeMultipart(said, attachment(calendar)));
        }
        mime.saveChanges();
        return mime;
    }

    private static MimeBodyPart text(String text, String subtype) throws MessagingException {
        var part = new MimeBodyPart();
        part.setText(text, UTF_8.name(), subtype);
        return part;
    }

    private static MimeBodyPart invitation(CalendarFile calendar) throws MessagingException {
        return calendar(calendar, "text/calendar; charset=UTF-8; method=" + calendar.method());
    }

    private static MimeBodyPart attachment(CalendarFile calendar) throws MessagingException {
        var part = calendar(calendar, "application/ics; name=" + FILE_NAME);
        part.setDisposition(Part.ATTACHMENT);
        part.setFileName(FILE_NAME);
        return part;
    }

    /** As base64, so that nothing on the way touches its line ends. */
    private static MimeBodyPart calendar(CalendarFile calendar, String type) throws MessagingException {
        var part = new MimeBodyPart();
        part.setDataHandler(new jakarta.activation.DataHandler(
                new jakarta.mail.util.ByteArrayDataSource(calendar.text().getBytes(UTF_8), type)));
        part.setHeader("Content-Type", type);
        part.setHeader("Content-Transfer-Encoding", "base64");
        return part;
    }

    private static InternetAddress address(Mailbox mailbox) throws AddressException {
        var given = mailbox.address();
        var at = given.lastIndexOf('@');
        if (at < 1) throw new AddressException("not a mail address");
        var plain = given.substring(0, at) + "@" + ascii(given.substring(at + 1));
        var address = new InternetAddress(plain, true);
        // The parser takes more than an address: a name, a group, a comment. We take nothing but one.
        if (!plain.equals(address.getAddress())
                || address.isGroup()
                || plain.chars().anyMatch(c -> c <= ' ')) {
            throw new AddressException("not a mail address");
        }
        try {
            if (!mailbox.name().isEmpty()) address.setPersonal(mailbox.name(), UTF_8.name());
        } catch (UnsupportedEncodingException e) {
            throw new AssertionError(e);
        }
        return address;
    }

    private static String ascii(String domain) throws AddressException {
        try {
            return IDN.toASCII(domain);
        } catch (IllegalArgumentException e) {
            throw new AddressException("not a mail domain");
        }
    }

    @Override
    protected void updateMessageID() throws MessagingException {
        setHeader("Message-ID", messageId);
    }
}
