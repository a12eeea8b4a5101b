package io.rhomboid.signin.account;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.mail.MailException;
import org.springframework.mail.SimpleMailMessage;
import org.springframework.mail.javamail.JavaMailSender;

/** Mails codes, in the background: how long a mail takes tells nobody whether there is an account. */
public final class CodePost {

    private static final Logger log = LoggerFactory.getLogger(CodePost.class);

    private final JavaMailSender mail;
    private final String sender;

    public CodePost(JavaMailSender mail, String sender) {
        this.mail = mail;
        this.sender = sender;
    }

    void send(String email, String digits, boolean known) {
        var message = new SimpleMailMessage();
        message.setFrom(sender);
        message.setTo(email);
        message.setSubject("Your code for Rhomboid");
        message.setText((known
                        ? "Somebody, we hope you, asked for a new password for your account at Rhomboid.\n\n"
                        : "Somebody, we hope you, wants an account at Rhomboid with this address.\n\n")
                + "Your code: " + digits.substring(0, 4) + " " + digits.substring(4) + "\n\n"
                + "It is good for " + Codes.LIFE.toMinutes() + " minutes, on the page where you asked for it."
                + " We never ask for it by phone or mail.\n"
                + "If it was not you, there is nothing to do: without the code nothing changes.\n");
        Thread.ofVirtual().name("code-mail").start(() -> {
            try {
                mail.send(message);
            } catch (MailException e) {
                log.warn("A code could not be mailed: {}", e.getMessage());
            }
        });
    }
}
