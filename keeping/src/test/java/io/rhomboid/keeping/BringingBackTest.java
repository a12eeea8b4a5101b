package io.rhomboid.keeping;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import org.bson.Document;
import org.bson.types.Binary;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

import io.rhomboid.local.store.LocalStore;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

class BringingBackTest {

    static final List<String> ALL = List.of("therapist", "booking", "sign-in", "notification", "booking-keys");

    @TempDir
    Path folder;

    LocalStore store;
    MongoClient client;
    Path keyFolder;
    ByteArrayOutputStream said = new ByteArrayOutputStream();

    @BeforeEach
    void aClinicThatWorks() throws IOException {
        store = LocalStore.inMemory();
        client = MongoClients.create(store.uri());
        keyFolder = Files.createDirectories(folder.resolve("key-folder"));
        Files.writeString(keyFolder.resolve("first"), "a key");
        var random = new Random(7);
        for (var name : ALL) {
            var documents = client.getDatabase(name).getCollection("some things");
            var some = new ArrayList<Document>();
            for (int i = 0; i < (name.equals("booking") ? 600 : 50); i++) {
                some.add(new Document("_id", name + i)
                        .append("version", random.nextLong())
                        .append("share", random.nextDouble())
                        .append("at", new java.util.Date(random.nextLong(4_000_000_000_000L)))
                        .append("sealed", new Binary(new byte[random.nextInt(300)]))
                        .append("inside", new Document("z", null).append("a", List.of(1, "two", 3.0, true))));
            }
            documents.insertMany(some);
        }
        booking()
                .getCollection("bookings")
                .createIndex(
                        Indexes.ascending("claims"),
                        new IndexOptions().unique(true).sparse(true).name("claims"));
        booking().getCollection("bookings").insertOne(new Document("_id", "b").append("claims", List.of("t:1", "r:1")));
        booking().getCollection("leases").insertOne(new Document("_id", "outbox:bookings"));
        booking().createCollection("nothing yet");
    }

    @AfterEach
    void stop() {
        client.close();
        store.close();
    }

    MongoDatabase booking() {
        return client.getDatabase("booking");
    }

    @Test
    void gives_every_document_back_as_it_was() {
        var before = everything();
        run("backup", data(), keys());
        ALL.forEach(this::lose);

        run("restore", data(), keys());

        assertThat(everything()).isEqualTo(before);
        assertThat(said()).contains("kept data: 751 documents", "restored data: 751 documents", "restored keys: 50");
    }

    @Test
    void gives_back_what_keeps_bookings_apart() {
        run("backup", data(), keys());
        lose("booking");
        run("restore", data(), keys(), "--over");

        var bookings = booking().getCollection("bookings");
        assertThatThrownBy(() -> bookings.insertOne(new Document("_id", "c").append("claims", List.of("r:1"))))
                .isInstanceOf(MongoWriteException.class)
                .hasMessageContaining("E11000");
        assertThat(booking().listCollectionNames().into(new ArrayList<>()))
                .contains("nothing yet")
                .doesNotContain("leases");
    }

    @Test
    void leaves_the_keys_alone_unless_their_backup_is_named() {
        run("backup", data(), keys());
        client.getDatabase("booking-keys").getCollection("keys").insertOne(new Document("_id", "made since"));

        run("restore", data(), "--over");

        assertThat(client.getDatabase("booking-keys").getCollection("keys").countDocuments())
                .isOne();
    }

    @Test
    void puts_key_files_where_they_are_missing_and_never_over_another() throws IOException {
        run("backup", data(), keys());
        Files.delete(keyFolder.resolve("first"));
        run("restore", data(), keys(), "--over");
        assertThat(keyFolder.resolve("first")).hasContent("a key");

        Files.writeString(keyFolder.resolve("first"), "another key");
        assertRefused("Keys are never written over", "restore", data(), keys(), "--over");
        assertThat(keyFolder.resolve("first")).hasContent("another key");
    }

    @Test
    void keeps_no_key_beside_what_it_opens() throws IOException {
        run("backup", data(), keys());

        try (var files = Files.walk(Path.of(data()))) {
            assertThat(files.map(it -> it.getFileName().toString())).noneMatch(it -> it.contains("key"));
        }
        assertThat(Files.getPosixFilePermissions(Path.of(keys()))).hasSize(3);
        assertRefused("must not lie in one folder", "backup", data() + "/x", data() + "/x/keys");
    }

    @Test
    void is_refused_where_there_is_something_already() {
        run("backup", data(), keys());
        var before = everything();

        assertRefused("There is something in database therapist. Say --over", "restore", data(), keys());
        assertThat(everything()).isEqualTo(before);
    }

    @Test
    void is_refused_without_keys_where_there_are_none() {
        run("backup", data(), keys());
        ALL.forEach(this::lose);

        assertRefused("Name the keys' backup, too", "restore", data());
        assertThat(Restore.isEmpty(booking())).isTrue();
    }

    @Test
    void is_refused_before_anything_is_written_when_a_file_has_changed() throws IOException {
        run("backup", data(), keys());
        var before = everything();
        for (var damage : List.<Damage>of(
                bytes -> Arrays.copyOf(bytes, bytes.length - 9),
                bytes -> Arrays.copyOf(bytes, bytes.length + 1),
                bytes -> {
                    bytes[bytes.length / 2] ^= 1;
                    return bytes;
                },
                bytes -> new byte[0])) {
            var file = Path.of(data(), "notification", "some+things.bson.gz");
            var whole = Files.readAllBytes(file);
            Files.write(file, damage.of(whole.clone()));
            assertRefused("some+things.bson.gz is not what was written", "restore", data(), keys(), "--over");
            assertThat(everything()).isEqualTo(before);
            Files.write(file, whole);
        }
        Files.delete(Path.of(data(), "booking", "bookings.bson.gz"));
        assertRefused("bookings.bson.gz is not what was written", "restore", data(), keys(), "--over");
        assertThat(everything()).isEqualTo(before);
    }

    interface Damage {
        byte[] of(byte[] bytes);
    }

    @Test
    void says_what_helps() throws IOException {
        assertRefused("What is to be done?");
        assertRefused("What is to be done?", "backup", data());
        assertRefused("What is to be done?", "restore", data(), keys(), "--force");
        assertRefused("is no backup", "restore", data());
        run("backup", data(), keys());
        assertRefused("exists. Name a folder that does not", "backup", data(), keys() + "2");
        assertRefused("exists. Name a folder that does not", "backup", data() + "2", keys());
        assertRefused("is a backup of the keys. Data come first", "restore", keys(), data());
        assertThat(Path.of(data() + "2")).doesNotExist();
        var manifest = Path.of(data(), "manifest.json");
        Files.writeString(manifest, Files.readString(manifest).replace("\"format\" : 1", "\"format\" : 2"));
        assertRefused("has format 2", "restore", data());
        Files.writeString(manifest, "{");
        assertRefused("can't be read", "restore", data());
    }

    @Test
    void begins_anew_where_a_backup_was_cut_off() throws IOException {
        Files.createDirectories(Path.of(data() + ".part", "therapist"));
        assertRefused("is no backup", "restore", data() + ".part");

        run("backup", data(), keys());

        assertThat(Path.of(data() + ".part")).doesNotExist();
    }

    void lose(String database) {
        for (var name : Stores.collections(client.getDatabase(database))) {
            client.getDatabase(database).getCollection(name).drop();
        }
    }

    String data() {
        return folder.resolve("monday").toString();
    }

    String keys() {
        return folder.resolve("monday-keys").toString();
    }

    void run(String... arguments) {
        if (arguments.length > 0 && arguments[0].equals("restore")) {
            arguments = Arrays.copyOf(arguments, arguments.length + 1);
            arguments[arguments.length - 1] = "--without-topics";
        }
        var environment = Map.of("MONGODB_URI", store.uri(), "KEY_FOLDER", keyFolder.toString());
        new Keeping(Places.from(environment), Clock.systemUTC(), new PrintStream(said, true, UTF_8))
                .run(List.of(arguments));
    }

    String said() {
        return said.toString(UTF_8);
    }

    void assertRefused(String why, String... arguments) {
        assertThatThrownBy(() -> run(arguments)).isInstanceOf(Refused.class).hasMessageContaining(why);
    }

    /** By database and collection; a lease is nobody's affair. */
    Map<String, List<Document>> everything() {
        var all = new HashMap<String, List<Document>>();
        for (var name : ALL) {
            for (var collection : Stores.collections(client.getDatabase(name))) {
                if (collection.equals("leases") || collection.equals("epochs")) continue;
                all.put(
                        name + "." + collection,
                        client.getDatabase(name)
                                .getCollection(collection)
                                .find()
                                .sort(new Document("_id", 1))
                                .into(new ArrayList<>()));
            }
        }
        return all;
    }
}
