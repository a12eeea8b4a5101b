package io.rhomboid.notification.delivery.smtp;

import java.io.IOException;
import java.util.regex.Pattern;
import jakarta.mail.AuthenticationFailedException;
import jakarta.mail.MessagingException;

import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.eclipse.angus.mail.smtp.SMTPSenderFailedException;

/**
 * What a failed attempt means.
 *
 * <ol>
 *   <li>5xx to the recipient or to the message: this mail will never be taken.
 *   <li>4xx to them: this mail may be taken later (greylisting, a full mailbox); the server is well.
 *   <li>Anything else – no connection, a time-out, 421, a refused sender or password: the server takes nobody's mail,
 *       or not ours; a mail is never given up for that at once.
 * </ol>
 *
 * @param reason names nobody: the server's words may repeat the address, so only its codes are kept
 */
record SmtpReply(Kind kind, String reason) {

    enum Kind {
        REFUSED,
        DEFERRED,
        AWAY
    }

    /** The reply's code, and the enhanced one (RFC 3463) if there is one: {@code 550 5.1.1}. */
    private static final Pattern CODES = Pattern.compile("\\b([45]\\d\\d)(?:[ -]([45]\\.\\d{1,3}\\.\\d{1,3}))?\\b");

    static SmtpReply to(MessagingException fault) {
        // The reply to one recipient hangs below the failure of the whole: look for the most specific.
        for (Exception at = fault; at instanceof MessagingException e; at = e.getNextException()) {
            if (at instanceof SMTPAddressFailedException address) {
                return of("recipient", address.getReturnCode(), address.getMessage());
            }
        }
        for (Exception at = fault; at instanceof MessagingException e; at = e.getNextException()) {
            switch (at) {
                case SMTPSenderFailedException sender -> {
                    return away("sender refused: " + codes(sender.getReturnCode(), sender.getMessage()));
                }
                case SMTPSendFailedException sender
                when sender.getCommand().startsWith("MAIL") && sender.getReturnCode() != 421 -> {
                    return away("sender refused: " + codes(sender.getReturnCode(), sender.getMessage()));
                }
                case SMTPSendFailedException message -> {
                    if (message.getReturnCode() > 0) {
                        return of("message", message.getReturnCode(), message.getMessage());
                    }
                }
                case AuthenticationFailedException _ -> {
                    return away("the mail server does not know us");
                }
                default -> {}
            }
        }
        return away(network(fault));
    }

    private static SmtpReply of(String what, int code, String message) {
        var codes = codes(code, message);
        if (code == 421 || code == 0) return away("the mail server is closing: " + codes);
        return code >= 500
                ? new SmtpReply(Kind.REFUSED, what + " refused: " + codes)
                : new SmtpReply(Kind.DEFERRED, what + " not now: " + codes);
    }

    private static SmtpReply away(String reason) {
        return new SmtpReply(Kind.AWAY, reason);
    }

    private static String codes(int code, @org.jspecify.annotations.Nullable String message) {
        var found = CODES.matcher(message == null ? "" : message);
        while (found.find()) {
            if (found.group(1).equals(String.valueOf(code)) && found.group(2) != null) {
                return code + " " + found.group(2);
            }
        }
        return String.valueOf(code);
    }

    private static String network(MessagingException fault) {
        for (Throwable at = fault; at != null; at = at.getCause()) {
            if (at instanceof java.net.SocketTimeoutException) return "the mail server did not answer in time";
            if (at instanceof IOException) return "no connection to the mail server";
        }
        return "no connection to the mail server";
    }
}
