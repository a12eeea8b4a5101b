package io.rhomboid.acceptance;

import java.io.IOException;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;

import io.rhomboid.acceptance.SignIn.Person;
import io.rhomboid.acceptance.Visitor.Booking;
import io.rhomboid.acceptance.Visitor.Slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The store is lost, and comes back as it was some time ago, while everybody else has heard of what came after. */
@ExtendWith(RunningClinic.ForAllStories.class)
class LosingTheStoreTest {

    static final Duration SOON = Duration.ofSeconds(60);
    static final List<String> DATABASES = List.of("therapist", "booking", "notification", "booking-keys");

    final RunningClinic clinic;
    final Visitor ada;
    MongoClient store;

    @TempDir
    Path folder;

    LosingTheStoreTest(RunningClinic clinic) {
        this.clinic = clinic;
        ada = clinic.as(Person.OTHER_CLIENT);
        store = MongoClients.create(clinic.storeUri());
    }

    @AfterEach
    void everyone_is_back() {
        for (var service : services()) if (!service.isRunning()) service.start();
        clinic.awaitWhole();
        store.close();
    }

    List<ServiceProcess> services() {
        return List.of(clinic.therapistService(), clinic.bookingService(), clinic.notificationService());
    }

    @Test
    void everybody_takes_what_came_back_for_the_latest_and_what_is_lost_is_named() throws IOException {
        // Until the backup: one booking that stays, one that is cancelled after it, one of who asks to be forgotten.
        var slots = Slots.free(clinic.visitor(), 4, 17);
        var staying = clinic.visitor();
        var changing = clinic.visitor();
        var stays = staying.book(Slots.TECHNIQUE, slots.get(0));
        var changes = changing.book(Slots.TECHNIQUE, slots.get(1));
        var adas = ada.book(Slots.TECHNIQUE, slots.get(2));
        var adasId = adas.view().get("clientId").asString();
        awaitMails(staying, 1);
        awaitMails(changing, 1);
        awaitMails(ada, 1);
        awaitEverythingTold();
        var data = folder.resolve("data").toString();
        var keys = folder.resolve("keys").toString();
        var kept = clinic.keep("backup", data, keys);

        // After it.
        changing.cancel(changes);
        ada.cancel(adas);
        forget(adasId);
        var late = clinic.visitor();
        var lost = late.book(Slots.TECHNIQUE, slots.get(3));
        awaitMails(changing, 2);
        awaitMails(late, 1);

        // All of it is gone, and comes back.
        services().forEach(ServiceProcess::kill);
        for (var database : DATABASES) {
            for (var name : store.getDatabase(database).listCollectionNames()) {
                store.getDatabase(database).getCollection(name).drop();
            }
        }
        var brought = clinic.keep("restore", data, keys);
        services().forEach(ServiceProcess::start);
        clinic.awaitWhole();

        // As many documents as were kept, compared one by one, in a new epoch.
        assertThat(counts(brought)).isEqualTo(counts(kept)).hasSize(DATABASES.size());
        assertThat(brought).contains("counted and compared", "Epoch 1 begins");

        // What is lost can be read, by who calls these people.
        var list = Files.readAllLines(folder.resolve("data-lost.csv"));
        assertThat(list)
                .anySatisfy(line -> assertThat(line)
                        .contains("made since", lost.view().get("reference").asString(), late.email()));
        assertThat(list)
                .anySatisfy(line -> assertThat(line)
                        .contains(
                                "changed since, last: cancelled",
                                changes.view().get("reference").asString()));
        assertThat(list).noneMatch(line -> line.contains(ada.email()));

        // The store, and what is reckoned from it.
        assertThat(staying.look(stays).status()).isEqualTo("CONFIRMED");
        var back = changing.look(changes);
        assertThat(back.status()).isEqualTo("CONFIRMED");
        assertThat(back.etag()).isEqualTo("\"1000001\"");
        assertThat(late.get("/api/v1/bookings/" + lost.id()).status()).isIn(401, 404);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(offered(slots.get(3))).isTrue());
        assertThat(offered(slots.get(1))).isFalse();

        // Those who had heard of more: they take the earlier state for the later one.
        await().atMost(SOON).untilAsserted(() -> {
            assertThat(agenda(changes)).containsEntry("stands", true).containsEntry("version", 1_000_001L);
            assertThat(agenda(lost)).containsEntry("stands", false);
        });

        // Who was forgotten is forgotten again, everywhere.
        var erasure = "/api/v1/erasures/" + adasId;
        await().atMost(SOON).untilAsserted(() -> {
            var status = clinic.visitor().get(erasure);
            assertThat(status.status()).isEqualTo(200);
            assertThat(status.body().get("waitsFor")).isEmpty();
        });
        for (var database : DATABASES) assertThat(everythingIn(database)).doesNotContain(ada.email());

        // It goes on from there, and nobody is told anything twice.
        clinic.awaitWhole();
        staying.cancel(staying.look(stays));
        awaitMails(staying, 2);
        assertThat(clinic.mails().count(changing.email())).isEqualTo(2);
        assertThat(clinic.mails().count(late.email())).isEqualTo(1);
        awaitEverythingTold();
        assertThat(violations().get("violations")).as("%s", violations()).isEmpty();
    }

    private void forget(String client) {
        var asked = ada.send(ada.request("/api/v1/clients/" + client + "/erasure")
                .header("Content-Type", "application/json")
                .header("If-Match", "\"0\"")
                .PUT(BodyPublishers.ofString("{\"understood\":true}")));
        assertThat(asked.status()).as("%s", asked).isEqualTo(200);
        await().atMost(SOON)
                .untilAsserted(() -> assertThat(clinic.visitor()
                                .get("/api/v1/erasures/" + client)
                                .body()
                                .get("waitsFor"))
                        .isEmpty());
    }

    private void awaitMails(Visitor whose, int count) {
        await(count + " mails for " + whose.email())
                .atMost(SOON)
                .until(() -> clinic.mails().count(whose.email()) >= count);
    }

    private void awaitEverythingTold() {
        await("no event waits")
                .atMost(SOON)
                .until(() -> store.getDatabase("booking")
                                .getCollection("bookings")
                                .countDocuments(new Document("pendingEvents.0", new Document("$exists", true)))
                        == 0);
    }

    private boolean offered(Slot slot) {
        LocalDate day = slot.start().toLocalDate();
        return clinic.visitor().whoIsFree(Slots.TECHNIQUE, 60, "therapistId=" + slot.therapistId(), day, day).stream()
                .anyMatch(one -> one.start().isEqual(slot.start()));
    }

    private Document agenda(Booking booking) {
        return store.getDatabase("notification")
                .getCollection("agenda")
                .find(new Document("_id", booking.id()))
                .first();
    }

    private String everythingIn(String database) {
        var all = new StringBuilder();
        for (var name : store.getDatabase(database).listCollectionNames()) {
            for (var document : store.getDatabase(database).getCollection(name).find()) all.append(document.toJson());
        }
        return all.toString();
    }

    private JsonNode violations() {
        return clinic.as(Person.PLATFORM_ADMIN)
                .get("/api/v1/admin/invariants?maxAgeSeconds=0")
                .body()
                .get("report");
    }

    /** The lines that say how many documents which database has. */
    private static List<String> counts(String said) {
        var counts = new ArrayList<String>();
        for (var line : said.split("\n")) if (line.matches("  \\S+ +\\d+ documents")) counts.add(line);
        return counts;
    }
}
