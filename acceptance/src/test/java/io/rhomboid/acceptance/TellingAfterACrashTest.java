package io.rhomboid.acceptance;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executors;
import jakarta.mail.MessagingException;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** Who sends the mails dies while it sends them. */
@ExtendWith(RunningClinic.ForAllStories.class)
class TellingAfterACrashTest {

    private static final int CLIENTS = 8;

    RunningClinic clinic;

    TellingAfterACrashTest(RunningClinic clinic) {
        this.clinic = clinic;
    }

    @AfterEach
    void everyone_is_back() {
        if (!clinic.notificationService().isRunning())
            clinic.notificationService().start();
        clinic.awaitWhole();
    }

    @Test
    void everybody_is_told_and_a_mail_that_goes_out_again_is_known_to_be_the_same() throws MessagingException {
        var clients = new ArrayList<Visitor>();
        try (var threads = Executors.newVirtualThreadPerTaskExecutor()) {
            for (var slot : Slots.free(clinic.visitor(), CLIENTS, 8)) {
                var client = clinic.visitor();
                clients.add(client);
                threads.submit(() -> client.book(Slots.TECHNIQUE, slot));
            }
            killAtTheFirstMail(clients);
        }
        clinic.notificationService().start();
        clinic.awaitWhole();

        for (var client : clients) {
            await("a mail for " + client.email())
                    .atMost(Duration.ofSeconds(60))
                    .until(() -> clinic.mails().count(client.email()) > 0);
            var ids = new ArrayList<String>();
            for (var mail : clinic.mails().to(client.email()))
                ids.add(mail.message().getMessageID());
            assertThat(ids).hasSizeLessThanOrEqualTo(2).containsOnly(ids.getFirst());
        }
    }

    /** Somewhere between the first of them and the last. */
    private void killAtTheFirstMail(List<Visitor> clients) {
        await().atMost(Duration.ofSeconds(30))
                .pollInterval(Duration.ofMillis(5))
                .until(() -> clients.stream().anyMatch(client -> clinic.mails().count(client.email()) > 0));
        clinic.notificationService().kill();
    }
}
