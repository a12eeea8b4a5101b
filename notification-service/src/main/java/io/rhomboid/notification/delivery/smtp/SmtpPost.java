package io.rhomboid.notification.delivery.smtp;

import java.time.Clock;
import java.time.Duration;
import jakarta.mail.Address;
import jakarta.mail.MessagingException;
import jakarta.mail.Transport;
import jakarta.mail.internet.AddressException;

import io.github.resilience4j.circuitbreaker.CircuitBreaker;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.javamail.JavaMailSenderImpl;

import io.rhomboid.notification.delivery.Masked;
import io.rhomboid.notification.delivery.Post;
import io.rhomboid.notification.delivery.Receipt;
import io.rhomboid.notification.message.Mail;

/**
 * Hands mails to an SMTP server, a connection each, behind a breaker: while the server is away, nobody waits for it.
 * What is wrong with one mail or one recipient does not count against the server.
 */
public final class SmtpPost implements Post {

    private static final Logger log = LoggerFactory.getLogger(SmtpPost.class);

    private final JavaMailSenderImpl settings;
    private final CircuitBreaker breaker;
    private final Duration pause;
    private final Clock clock;

    /**
     * @param settings where the server is and how long it may take; nothing is sent by way of this object, which would
     *     report a mail that the server took as failed when only the goodbye failed
     * @param pause how long an open breaker stays open
     */
    public SmtpPost(JavaMailSenderImpl settings, CircuitBreaker breaker, Duration pause, Clock clock) {
        this.settings = settings;
        this.breaker = breaker;
        this.pause = pause;
        this.clock = clock;
    }

    @Override
    public boolean isOpen() {
        if (!breaker.tryAcquirePermission()) return false;
        breaker.releasePermission();
        return true;
    }

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
        if (!breaker.tryAcquirePermission()) return new Receipt.Closed(pause);
        var start = breaker.getCurrentTimestamp();
        try {
            transmit(mime);
        } catch (MessagingException e) {
            var reply = SmtpReply.to(e);
            var took = breaker.getCurrentTimestamp() - start;
            return switch (reply.kind()) {
                case REFUSED -> {
                    breaker.onSuccess(took, breaker.getTimestampUnit());
                    yield new Receipt.Refused(reply.reason());
                }
                case DEFERRED -> {
                    breaker.onSuccess(took, breaker.getTimestampUnit());
                    yield new Receipt.Deferred(reply.reason());
                }
                case AWAY -> {
                    breaker.onError(took, breaker.getTimestampUnit(), e);
                    yield new Receipt.Deferred(reply.reason());
                }
            };
        } catch (RuntimeException e) {
            breaker.onError(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit(), e);
            throw e;
        }
        breaker.onSuccess(breaker.getCurrentTimestamp() - start, breaker.getTimestampUnit());
        return new Receipt.Accepted(Masked.address(mail.to().address()), mail.messageId());
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
