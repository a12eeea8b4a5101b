package io.rhomboid.notification.delivery.smtp;

import java.io.IOException;
import java.net.ConnectException;
import java.time.Clock;
import java.util.concurrent.TimeoutException;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;

import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.rhomboid.notification.delivery.Masked;
import io.rhomboid.notification.delivery.Post;
import io.rhomboid.notification.delivery.Receipt;
import io.rhomboid.notification.message.Mail;
import io.rhomboid.notification.provider.Provider;
import io.rhomboid.notification.provider.Provider.NotAsked;

/**
 * Hands mails to an SMTP server, a connection each. What is wrong with one mail or one recipient does not count against
 * the server.
 */
public final class SmtpPost implements Post {

    private static final Logger log = LoggerFactory.getLogger(SmtpPost.class);

    private final JavaMailSenderImpl settings;
    private final Provider server;
    private final Clock clock;

    /**
     * @param settings where the server is; nothing is sent by way of this object, which would report a mail that the
     *     server took as failed when only the goodbye failed
     * @param server how it is borne with
     */
    public SmtpPost(JavaMailSenderImpl settings, Provider server, Clock clock) {
        this.settings = settings;
        this.server = server;
        this.clock = clock;
    }

    @Override
    public boolean isOpen() {
        return server.mayBeAsked();
    }

    private record Answered(Receipt receipt, boolean fromWhoIsWell) implements Provider.Answer {}

    @Override
    public Receipt send(Mail mail) {
        MimeMail mime;
        try {
            mime = MimeMail.of(settings.getSession(), mail, clock.instant());
        } catch (AddressException e) {
            return new Receipt.Refused("not a mail address");
        } catch (MessagingException e) {
            throw new IllegalStateException("could not put the mail together", e);
        }
        try {
            return server.ask(() -> answered(mail, mime)).receipt;
        } catch (NotAsked e) {
            return new Receipt.Closed(e.forAbout());
        } catch (TimeoutException e) {
            return new Receipt.Deferred("the mail server did not answer in time");
        } catch (IOException e) {
            return new Receipt.Deferred("no connection to the mail server");
        }
    }

    /** @throws ConnectException if the server was not even reached */
    private Answered answered(Mail mail, MimeMail mime) throws ConnectException {
        try {
            transmit(mime);
        } catch (MessagingException e) {
            if (e.getNextException() instanceof ConnectException unreached) throw unreached;
            var reply = SmtpReply.to(e);
            return switch (reply.kind()) {
                case REFUSED -> new Answered(new Receipt.Refused(reply.reason()), true);
                case DEFERRED -> new Answered(new Receipt.Deferred(reply.reason()), true);
                case AWAY -> new Answered(new Receipt.Deferred(reply.reason()), false);
            };
        }
        return new Answered(new Receipt.Accepted(Masked.address(mail.to().address()), mail.messageId()), true);
    }

    private void transmit(MimeMail mime) throws MessagingException {
        var transport = settings.getSession()
                .getTransport(
                        settings.getProtocol() == null ? JavaMailSenderImpl.DEFAULT_PROTOCOL : settings.getProtocol());
        try {
            transport.connect(
                    settings.getHost(),
                    settings.getPort(),
                    unlessBlank(settings.getUsername()),
                    unlessBlank(settings.getPassword()));
            Address[] recipients = mime.getAllRecipients();
            transport.sendMessage(mime, recipients);
        } finally {
            close(transport);
        }
    }

    /** An empty name in the configuration means no sign-in; the library would try to sign in with it. */
    private static @Nullable String unlessBlank(@Nullable String text) {
        return text == null || text.isBlank() ? null : text;
    }

    /** The mail is with the server by now, or the failure is known: how the connection ends changes neither. */
    private static void close(Transport transport) {
        try {
            transport.close();
        } catch (MessagingException e) {
            log.debug("The mail server hung up first", e);
        }
    }
}
