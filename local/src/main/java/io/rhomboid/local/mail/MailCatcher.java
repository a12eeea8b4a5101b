package io.rhomboid.local.mail;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;

import com.sun.net.httpserver.HttpServer;
import org.jspecify.annotations.Nullable;
import org.subethamail.smtp.MessageHandler;
import org.subethamail.smtp.RejectException;
import org.subethamail.smtp.TooMuchDataException;
import org.subethamail.smtp.server.SMTPServer;

import io.rhomboid.local.FreePort;
import io.rhomboid.local.QuietLogs;
import io.rhomboid.local.text.TextCatcher;

/**
 * Takes any mail by SMTP on one port and shows it on another, to people as pages and to tests as Mailpit's
 * API. Listens on 127.0.0.1 only and delivers nothing. Mails survive a restart; the newest 2,000 are kept.
 */
public final class MailCatcher implements AutoCloseable {

    private static final int KEPT_MAILS = 2_000;
    private static final int LARGEST_MAIL = 16 << 20;

    private final SMTPServer smtp;
    private final HttpServer pages;

    private MailCatcher(SMTPServer smtp, HttpServer pages) {
        this.smtp = smtp;
        this.pages = pages;
    }

    /** Each port may be 0 for a free one. */
    public static MailCatcher start(Path folder, int smtpPort, int pagePort) throws IOException {
        return start(folder, smtpPort, pagePort, KEPT_MAILS);
    }

    static MailCatcher start(Path folder, int smtpPort, int pagePort, int keptMails) throws IOException {
        QuietLogs.keep();
        var mailbox = new Mailbox(folder, keptMails);
        var loopback = InetAddress.getByName("127.0.0.1");

        var pages = HttpServer.create(new InetSocketAddress(loopback, pagePort), 50);
        pages.setExecutor(Executors.newVirtualThreadPerTaskExecutor());
        pages.createContext("/api/v1/", new MailApi(mailbox));
        pages.createContext("/", new MailPages(mailbox));
        new TextCatcher().on(pages);

        var smtp = SMTPServer.port(FreePort.or(smtpPort))
                .bindAddress(loopback)
                .hostName("localhost")
                .softwareName("Rhomboid mail catcher")
                .maxConnections(50)
                .maxMessageSize(LARGEST_MAIL)
                .messageHandlerFactory(_ -> new Incoming(mailbox))
                .build();
        smtp.start();
        pages.start();
        return new MailCatcher(smtp, pages);
    }

    public int smtpPort() {
        return smtp.getPortAllocated();
    }

    /** Where the pages and the API are. */
    public String pageUrl() {
        return "http://127.0.0.1:" + pages.getAddress().getPort();
    }

    @Override
    public void close() {
        smtp.stop();
        pages.stop(0);
    }

    /** One mail on its way in. */
    private static final class Incoming implements MessageHandler {

        private final Mailbox mailbox;
        private final List<String> recipients = new ArrayList<>();
        private String from = "";

        Incoming(Mailbox mailbox) {
            this.mailbox = mailbox;
        }

        @Override
        public void from(String sender) {
            from = sender;
        }

        @Override
        public void recipient(String recipient) {
            recipients.add(recipient);
        }

        @Override
        public @Nullable String data(InputStream data) throws RejectException, IOException {
            var message = data.readNBytes(LARGEST_MAIL + 1);
            if (message.length > LARGEST_MAIL) {
                throw new TooMuchDataException("A mail may have " + LARGEST_MAIL + " bytes");
            }
            mailbox.add(from, recipients, message);
            return null; // the library's own answer
        }

        @Override
        public void done() {}
    }
}
