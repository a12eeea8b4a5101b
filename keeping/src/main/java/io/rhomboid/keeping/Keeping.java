package io.rhomboid.keeping;

import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Set;

import com.mongodb.MongoException;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.keeping.Manifest.Kind;
import io.rhomboid.keeping.Places.Place;

/**
 * Takes backups and brings them back: {@code java -jar keeping.jar backup DATA KEYS}, {@code restore DATA [KEYS]}. Where
 * the databases are, the environment says, see {@link Places}. Ends with 1 and one line of explanation when it can't be
 * done.
 */
public final class Keeping {

    private static final String USAGE = """
            backup DATA KEYS              reads all databases into the folder DATA, and the keys into the folder KEYS;
                                          the services may go on meanwhile
            restore DATA [KEYS] [--over]  makes the databases anew of what lies there, those of the keys only if named;
                                          the services must be stopped. With --over even if there is something in them.
                                          What the topics have and the backup has not is listed in DATA-lost.csv;
                                          --without-topics if there are none
            """;

    private static final String OVER = "--over";
    private static final String WITHOUT_TOPICS = "--without-topics";
    private static final String BOOKING = "booking";

    private final Places places;
    private final Clock clock;
    private final PrintStream out;

    Keeping(Places places, Clock clock, PrintStream out) {
        this.places = places;
        this.clock = clock;
        this.out = out;
    }

    public static void main(String[] arguments) {
        try {
            new Keeping(Places.from(System.getenv()), Clock.systemUTC(), System.out).run(List.of(arguments));
        } catch (Refused e) {
            System.err.println(e.getMessage());
            System.exit(1);
        } catch (MongoException e) {
            System.err.println("The store does not do it: " + Manifest.firstLine(e)
                    + ". Is it up, and is MONGODB_URI right? Run it once more then.");
            System.exit(1);
        }
    }

    void run(List<String> arguments) {
        var folders = arguments.stream()
                .skip(1)
                .filter(it -> !it.startsWith("--"))
                .map(Path::of)
                .toList();
        var options = Set.copyOf(
                arguments.stream().skip(1).filter(it -> it.startsWith("--")).toList());
        var what = arguments.isEmpty() ? "" : arguments.getFirst();
        if (what.equals("backup") && folders.size() == 2 && options.isEmpty()) {
            backup(folders.get(0), folders.get(1));
        } else if (what.equals("restore")
                && (folders.size() == 1 || folders.size() == 2)
                && Set.of(OVER, WITHOUT_TOPICS).containsAll(options)) {
            restore(folders, options);
        } else {
            throw new Refused("What is to be done?\n" + USAGE);
        }
    }

    private void backup(Path data, Path keys) {
        var one = data.toAbsolutePath().normalize();
        var other = keys.toAbsolutePath().normalize();
        if (one.startsWith(other) || other.startsWith(one)) {
            throw new Refused(
                    "Keys and data must not lie in one folder: who has both can read what is sealed. Name another"
                            + " folder for the keys, best on another disk.");
        }
        if (Files.exists(other)) {
            throw new Refused(other + " exists. Name a folder that does not: one backup, one folder.");
        }
        try (var stores = new Stores()) {
            var backup = new Backup(stores, clock);
            tell("kept", backup.data(places.data(), one), one);
            tell("kept", backup.keys(places.keys(), places.keyFolder(), other), other);
        }
    }

    private void restore(List<Path> folders, Set<String> options) {
        var begun = clock.instant();
        var data = new Restore(folders.get(0), Kind.DATA);
        var keys = folders.size() == 2 ? List.of(new Restore(folders.get(1), Kind.KEYS)) : List.<Restore>of();
        Lost lost;
        long number;
        var heard = Heard.NOTHING;
        try (var stores = new Stores()) {
            var targets = new ArrayList<Place>();
            for (var database : data.manifest().databases()) targets.add(place(database.name()));
            if (!keys.isEmpty()) targets.add(places.keys());
            else if (Restore.isEmpty(stores.open(places.keys()))) {
                throw new Refused(
                        "There are no keys in database " + places.keys().database()
                                + ", and without them nobody can read what is sealed. Name the keys' backup, too: restore DATA KEYS."
                                + " Nothing was changed.");
            }
            data.verify();
            keys.forEach(Restore::verify);
            if (!options.contains(OVER)) refuseIfThereIsSomething(stores, targets);
            if (!options.contains(WITHOUT_TOPICS))
                heard = Heard.since(data.manifest().begunAt(), broker());
            // Above whatever anybody may have seen: in the backup, in the store that is given up, on the topics.
            number = Math.max(data.manifest().epoch(), heard.epoch());
            for (var target : targets) number = Math.max(number, Epoch.of(stores.open(target)));
            var epoch = new Epoch(++number, data.manifest().begunAt(), begun);
            for (var target : targets) {
                var from = target.equals(places.keys()) ? keys.getFirst() : data;
                from.into(stores.open(target), epoch);
            }
            for (var restore : keys) places.keyFolder().ifPresent(restore::keyFilesInto);
            forgetAgain(stores.open(places.keys()), heard.forgotten(), begun);
            lost = Lost.of(heard, stores.open(place(BOOKING)));
            if (!options.contains(WITHOUT_TOPICS)) Heard.tellThatTheyAreGone(lost.made(), number, begun, broker());
            if (!lost.isNothing()) lost.write(lostFile(folders.get(0)), heard);
            for (var target : targets) epoch.isWhole(stores.open(target));
        }
        tell("restored", data.manifest(), folders.get(0));
        keys.forEach(restore -> tell("restored", restore.manifest(), folders.get(1)));
        out.printf(
                "All there, counted and compared, in %.1f s. Epoch %d begins.%n",
                seconds(begun, clock.instant()), number);
        if (lost.isNothing()) return;
        out.printf(
                "Since the backup %d bookings were made that are gone, and %d changed that are as before: %s%n",
                lost.made().size(), lost.changed().size(), lostFile(folders.get(0)));
    }

    private String broker() {
        return places.broker()
                .orElseThrow(
                        () -> new Refused(
                                "KAFKA_BOOTSTRAP_SERVERS is not set, and the topics know what"
                                        + " is lost. Set it; or say --without-topics, if there are none any more. Nothing was changed."));
    }

    private static Path lostFile(Path data) {
        return data.resolveSibling(data.getFileName() + "-lost.csv");
    }

    /** Who was forgotten since is forgotten: the mark that booking-service looks for lies with the keys, without a key. */
    private static void forgetAgain(MongoDatabase keys, Set<ClientId> forgotten, Instant now) {
        for (var client : forgotten) {
            keys.getCollection("keys")
                    .updateOne(
                            Filters.and(Filters.eq("_id", client.toString()), Filters.exists("forgottenAt", false)),
                            Updates.combine(
                                    Updates.set("forgottenAt", Date.from(now)),
                                    Updates.unset("by"),
                                    Updates.unset("wrapped")));
            keys.getCollection("keys")
                    .updateOne(
                            Filters.eq("_id", client.toString()),
                            Updates.setOnInsert("forgottenAt", Date.from(now)),
                            new UpdateOptions().upsert(true));
        }
    }

    private static void refuseIfThereIsSomething(Stores stores, List<Place> targets) {
        for (var target : targets) {
            if (!Restore.isEmpty(stores.open(target))) {
                throw new Refused(
                        "There is something in database " + target.database()
                                + ". Say --over if it is to be gone for good; take a backup of it before. Nothing was changed.");
            }
        }
    }

    private Place place(String database) {
        return places.data().stream()
                .filter(it -> it.database().equals(database))
                .findFirst()
                .orElseThrow(() -> new Refused("The backup has a database " + database
                        + ", and KEPT_DATABASES does not name it. Name it there."));
    }

    private void tell(String what, Manifest manifest, Path folder) {
        for (var database : manifest.databases()) {
            out.printf(
                    "  %-14s %7d documents%n",
                    database.name(),
                    database.collections().stream()
                            .mapToLong(it -> it.contents().documents())
                            .sum());
        }
        out.printf(
                "%s %s: %d documents, %.1f MB, as they were between %s and %s, in %s%n",
                what,
                manifest.kind() == Kind.KEYS ? "keys" : "data",
                manifest.documents(),
                manifest.bytes() / 1e6,
                manifest.begunAt(),
                manifest.doneAt(),
                folder);
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toMillis() / 1000.0;
    }
}
