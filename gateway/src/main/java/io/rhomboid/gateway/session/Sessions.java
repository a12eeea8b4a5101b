package io.rhomboid.gateway.session;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.concurrent.TimeUnit;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Updates;
import com.mongodb.client.result.DeleteResult;
import org.bson.Document;
import org.bson.types.Binary;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.gateway.session.Session.Person;
import io.rhomboid.gateway.session.Session.Tokens;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

/**
 * Sessions, in collection {@code sessions}, so that every gateway knows them:
 *
 * <pre>{@code
 * {_id: "<derived from the key>", subject, name, email, roles, staff, tokens: <sealed by the key>, generation,
 *  browser?, accessUntil, startedAt, seenAt, endsAt, renewing?}
 * }</pre>
 *
 * Each change is one update that says which generation it is made from; of two gateways that want to exchange the same
 * tokens, the one whose {@code renewing} was written does.
 */
@Component
class Sessions {

    private static final Logger log = LoggerFactory.getLogger(Sessions.class);

    /** When it was last seen is written at most so often: it is not worth a write for each request. */
    private static final Duration SEEN_EVERY = Duration.ofMinutes(1);
    /** How long the one who exchanges tokens keeps the others waiting, if it dies. */
    private static final Duration RENEWING = Duration.ofSeconds(10);

    private final Store store;
    private final MongoCollection<Document> collection;
    private final SessionSettings settings;
    private final Clock clock;
    private final JsonMapper json = JsonMapper.shared();

    Sessions(Store store, SessionSettings settings, Clock clock) {
        this.store = store;
        collection = store.collection("sessions");
        this.settings = settings;
        this.clock = clock;
    }

    /** What MongoDB removes by itself; a store that can't is swept. */
    Mono<Void> prepare() {
        return store.ask(() -> {
                    collection.createIndex(Indexes.ascending("subject"));
                    return collection.createIndex(
                            Indexes.ascending("endsAt"), new IndexOptions().expireAfter(0L, TimeUnit.SECONDS));
                })
                .doOnError(fault -> log.warn("no indexes of sessions yet: {}", fault.getMessage()))
                .onErrorComplete()
                .then();
    }

    Mono<Void> sweep() {
        return store.ask(() -> collection.deleteMany(lt("endsAt", Date.from(clock.instant()))))
                .then();
    }

    /** @param browser what it calls itself, so that its owner knows it again; null if it says nothing */
    Mono<Void> begin(SessionKey key, Session session, @Nullable String browser) {
        var document = new Document("_id", key.storedAs())
                .append("generation", session.generation())
                .append("startedAt", Date.from(session.startedAt()))
                .append("endsAt", Date.from(session.startedAt().plus(settings.longest())));
        if (browser != null) document.append("browser", browser);
        changing(key, session).forEach(document::append);
        return store.ask(() -> collection.insertOne(document)).then();
    }

    /** The session of this key; empty if there is none, or it is over. */
    Mono<Session> find(SessionKey key) {
        return store.ask(() -> collection.find(eq("_id", key.storedAs())).first())
                .map(document -> read(key, document))
                .filter(session -> !session.isOver(clock.instant(), settings));
    }

    /** Notes that somebody is still there. */
    Mono<Void> touch(SessionKey key, Session session) {
        var now = clock.instant();
        if (now.isBefore(session.seenAt().plus(SEEN_EVERY))) return Mono.empty();
        return store.ask(() -> collection.updateOne(eq("_id", key.storedAs()), Updates.max("seenAt", Date.from(now))))
                .then();
    }

    /** Whether it is for the caller to exchange the tokens now. */
    Mono<Boolean> mayRenew(SessionKey key, Session session) {
        var now = clock.instant();
        return store.ask(() -> collection.updateOne(
                        and(
                                eq("_id", key.storedAs()),
                                eq("generation", session.generation()),
                                or(exists("renewing", false), lt("renewing", Date.from(now)))),
                        Updates.set("renewing", Date.from(now.plus(RENEWING)))))
                .map(result -> result.getModifiedCount() == 1);
    }

    /** Keeps what the exchange brought. */
    Mono<Void> renewed(SessionKey key, Session session) {
        var changes = changing(key, session).entrySet().stream()
                .map(field -> Updates.set(field.getKey(), field.getValue()))
                .toList();
        return store.ask(() -> collection.updateOne(
                        and(eq("_id", key.storedAs()), eq("generation", session.generation() - 1)),
                        Updates.combine(
                                Updates.combine(changes),
                                Updates.set("generation", session.generation()),
                                Updates.unset("renewing"))))
                .then();
    }

    Mono<Void> end(SessionKey key) {
        return store.ask(() -> collection.deleteOne(eq("_id", key.storedAs()))).then();
    }

    /**
     * One of the sessions of one person, as they see them themselves.
     *
     * @param id by which it is ended; nobody comes by it to its key
     * @param until when it is over if nothing is done
     */
    record OneOf(String id, @Nullable String browser, Instant startedAt, Instant seenAt, Instant until) {}

    /** All that are not over, the one that was used last first. */
    Mono<List<OneOf>> of(String subject) {
        return store.ask(() -> collection.find(eq("subject", subject)).into(new ArrayList<>()))
                .map(documents -> documents.stream()
                        .map(this::seen)
                        .filter(one -> clock.instant().isBefore(one.until()))
                        .sorted(Comparator.comparing(OneOf::seenAt).reversed())
                        .toList());
    }

    private OneOf seen(Document document) {
        var startedAt = instant(document, "startedAt");
        var seenAt = instant(document, "seenAt");
        return new OneOf(
                document.getString("_id"),
                document.getString("browser"),
                startedAt,
                seenAt,
                Session.overAt(document.getBoolean("staff", true), startedAt, seenAt, settings));
    }

    /** False if this person has no such session. */
    Mono<Boolean> end(String subject, String id) {
        return store.ask(() -> collection.deleteOne(and(eq("_id", id), eq("subject", subject))))
                .map(result -> result.getDeletedCount() == 1);
    }

    /** How many there were. */
    Mono<Long> endOthers(String subject, SessionKey key) {
        return store.ask(() -> collection.deleteMany(and(eq("subject", subject), ne("_id", key.storedAs()))))
                .map(DeleteResult::getDeletedCount);
    }

    private Document changing(SessionKey key, Session session) {
        var person = session.person();
        return new Document("subject", person.subject())
                .append("name", person.name())
                .append("email", person.email())
                .append("roles", person.roles())
                .append("staff", session.staff())
                .append("tokens", new Binary(key.seal(json.writeValueAsString(session.tokens()))))
                .append("accessUntil", Date.from(session.accessUntil()))
                .append("seenAt", Date.from(session.seenAt()));
    }

    private Session read(SessionKey key, Document document) {
        return new Session(
                new Person(
                        document.getString("subject"),
                        document.getString("name"),
                        document.getString("email"),
                        document.getList("roles", String.class, List.of())),
                document.getBoolean("staff", true),
                json.readValue(key.open(document.get("tokens", Binary.class).getData()), Tokens.class),
                document.getInteger("generation"),
                instant(document, "accessUntil"),
                instant(document, "startedAt"),
                instant(document, "seenAt"));
    }

    private static Instant instant(Document document, String field) {
        return document.getDate(field).toInstant();
    }
}
