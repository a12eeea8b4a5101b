package io.rhomboid.notification.delivery.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.IntStream;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoBulkWriteException;
import com.mongodb.bulk.BulkWriteError;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.InsertManyOptions;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.alert.AlertEvent.GlassBroken;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.SeriesEvent;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.client.FarewellEvent.ErasureCompleted;
import io.rhomboid.contracts.intake.IntakeEvent.IntakeCodeAsked;
import io.rhomboid.contracts.plan.PlanEvent.PlanNudged;
import io.rhomboid.contracts.staff.InvitationEvent.PersonInvited;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;
import io.rhomboid.contracts.waitlist.WaitlistEvent.OfferMade;
import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.Delivery.State;
import io.rhomboid.notification.delivery.Hold;
import io.rhomboid.notification.delivery.Notice;
import io.rhomboid.notification.delivery.Verdict;
import io.rhomboid.notification.message.AddressClaimed;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.DaySheet;
import io.rhomboid.notification.message.MessageKind;
import io.rhomboid.notification.message.Occasion;
import io.rhomboid.notification.message.Occasion.OfAddress;
import io.rhomboid.notification.message.Occasion.OfAlert;
import io.rhomboid.notification.message.Occasion.OfBooking;
import io.rhomboid.notification.message.Occasion.OfDaySheet;
import io.rhomboid.notification.message.Occasion.OfFarewell;
import io.rhomboid.notification.message.Occasion.OfGiftCard;
import io.rhomboid.notification.message.Occasion.OfGlass;
import io.rhomboid.notification.message.Occasion.OfIntakeCode;
import io.rhomboid.notification.message.Occasion.OfInvitation;
import io.rhomboid.notification.message.Occasion.OfLicence;
import io.rhomboid.notification.message.Occasion.OfOffer;
import io.rhomboid.notification.message.Occasion.OfPlan;
import io.rhomboid.notification.message.Occasion.OfReminder;
import io.rhomboid.notification.message.Occasion.OfSeries;
import io.rhomboid.notification.message.Occasion.OfWebhook;
import io.rhomboid.notification.message.WebhookDisabled;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.platform.store.JsonDocuments;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lte;
import static com.mongodb.client.model.Filters.or;
import static java.util.stream.Collectors.toCollection;
import static java.util.stream.Collectors.toSet;

/**
 * Collection {@code deliveries}:
 *
 * <pre>{@code
 * {_id: "<booking>:<version>:mail:<client>", line: "booking/…", version, kind, recipient: "client/…", channel: "MAIL", event: {…},
 *  reminder?: true, dueAt?, until?, state, attempts, recordedAt, nextAttemptAt, lease?: {owner, until}, waitsFor?: ["client/…"], reason?,
 *  sentAt?, sentTo?, providerId?}
 * }</pre>
 *
 * and {@code notices}: {@code {_id: "<booking>:<version>:<client>", kind, recipient, recordedAt, channels: ["MAIL", …]}},
 * or {@code {_id: "<booking>:<version>:alert", readers: ["clinic/…", …]}}.
 *
 * The unique {@code _id} is what keeps a fact that is told twice from being delivered twice, in both; documents are never
 * removed for that reason.
 */
public final class MongoDeliveries implements Deliveries {

    /** Instead of an address that nobody but the event had, once it is not needed any more. */
    private static final String FORGOTTEN = "…";

    private static final List<String> OPEN = List.of(State.WAITING.name(), State.DUE.name());

    private final MongoCollection<Document> collection;
    private final MongoCollection<Document> notices;
    private final JsonDocuments json;

    public MongoDeliveries(MongoDatabase database, JsonDocuments json) {
        this.collection = database.getCollection("deliveries");
        this.notices = database.getCollection("notices");
        this.json = json;
    }

    @Override
    public void prepare() {
        collection.createIndex(Indexes.ascending("channel", "state", "nextAttemptAt"));
        collection.createIndex(Indexes.ascending("line", "version"));
        collection.createIndex(Indexes.ascending("recipient"));
        collection.createIndex(Indexes.ascending("waitsFor"), new IndexOptions().sparse(true));
    }

    @Override
    public Map<Notice, Set<Channel>> decide(Map<Notice, Set<Channel>> channels, @Nullable Choice choice) {
        var documents = new ArrayList<Document>();
        if (choice != null) {
            documents.add(new Document("_id", choice.stem())
                    .append(
                            "readers",
                            choice.notices().stream()
                                    .map(notice -> notice.recipient().key())
                                    .toList()));
        }
        channels.forEach((notice, on) -> documents.add(new Document("_id", notice.id())
                .append("kind", notice.kind().name())
                .append("recipient", notice.recipient().key())
                .append("recordedAt", Date.from(notice.recordedAt()))
                .append("channels", on.stream().map(Channel::name).toList())));
        var known = insert(notices, documents);
        var decided = new LinkedHashMap<>(channels);
        if (known.isEmpty()) return decided;
        var former = new HashMap<String, Document>();
        for (var one : notices.find(
                in("_id", known.stream().map(i -> documents.get(i).get("_id")).toList()))) {
            former.put(one.getString("_id"), one);
        }
        decided.replaceAll((notice, on) -> {
            var was = former.get(notice.id());
            return was == null
                    ? on
                    : was.getList("channels", String.class).stream()
                            .map(Channel::valueOf)
                            .collect(toCollection(() -> EnumSet.noneOf(Channel.class)));
        });
        if (choice != null && former.containsKey(choice.stem())) {
            var readers = former.get(choice.stem()).getList("readers", String.class);
            for (var notice : choice.notices()) {
                if (!readers.contains(notice.recipient().key())) decided.remove(notice);
            }
        }
        return decided;
    }

    /** Answers the places of those whose ids were there already. */
    private static Set<Integer> insert(MongoCollection<Document> collection, List<Document> documents) {
        if (documents.isEmpty()) return Set.of();
        try {
            collection.insertMany(documents, new InsertManyOptions().ordered(false));
            return Set.of();
        } catch (MongoBulkWriteException e) {
            if (e.getWriteConcernError() != null
                    || !e.getWriteErrors().stream().allMatch(one -> one.getCategory() == ErrorCategory.DUPLICATE_KEY))
                throw e;
            return e.getWriteErrors().stream().map(BulkWriteError::getIndex).collect(toSet());
        }
    }

    @Override
    public List<Delivery> add(List<Delivery> deliveries, Map<String, Hold> holds) {
        var known = insert(
                collection,
                deliveries.stream()
                        .map(one -> held(document(one), holds.get(one.id())))
                        .toList());
        return IntStream.range(0, deliveries.size())
                .filter(i -> !known.contains(i))
                .mapToObj(deliveries::get)
                .toList();
    }

    private static Document held(Document delivery, @Nullable Hold hold) {
        return hold == null ? delivery : delivery.append("lease", lease(hold.owner(), hold.until()));
    }

    private static Document lease(String owner, Instant until) {
        return new Document("owner", owner).append("until", Date.from(until));
    }

    private Document document(Delivery delivery) {
        var document = new Document("_id", delivery.id())
                .append("line", delivery.occasion().line())
                .append("version", delivery.occasion().event().version())
                .append("kind", delivery.kind().name())
                .append("recipient", delivery.recipient().key())
                .append("channel", delivery.channel().name())
                .append("event", json.toDocument(delivery.occasion().event()))
                .append("state", delivery.state().name())
                .append("attempts", delivery.attempts())
                .append("recordedAt", Date.from(delivery.recordedAt()))
                .append("nextAttemptAt", Date.from(delivery.nextAttemptAt()));
        if (delivery.occasion() instanceof OfReminder reminder) {
            document.append("reminder", true)
                    .append("dueAt", Date.from(reminder.dueAt()))
                    .append("until", Date.from(reminder.until()));
        }
        if (delivery.reason() != null) document.append("reason", delivery.reason());
        return document;
    }

    @Override
    public List<Delivery> due(Channel channel, Instant now, int limit) {
        return collection
                .find(and(
                        eq("channel", channel.name()),
                        in("state", OPEN),
                        lte("nextAttemptAt", Date.from(now)),
                        isFree(now)))
                .sort(Sorts.ascending("nextAttemptAt"))
                .limit(limit)
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Delivery> along(String line) {
        return collection
                .find(eq("line", line))
                .sort(Sorts.ascending("version"))
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public List<Delivery> to(Subject recipient, int most) {
        return collection
                .find(eq("recipient", recipient.key()))
                .sort(Sorts.descending("recordedAt"))
                .limit(most)
                .map(this::read)
                .into(new ArrayList<>());
    }

    @Override
    public Optional<Delivery> find(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(this::read);
    }

    @Override
    public boolean take(Delivery delivery, String owner, Instant now, Instant until) {
        return collection
                        .updateOne(
                                and(
                                        eq("_id", delivery.id()),
                                        eq("state", delivery.state().name()),
                                        eq("attempts", delivery.attempts()),
                                        eq("nextAttemptAt", Date.from(delivery.nextAttemptAt())),
                                        isFree(now)),
                                Updates.set("lease", lease(owner, until)))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public boolean settle(Delivery delivery, String owner, Verdict reached) {
        // Not even masked: it went to somebody of whom nothing is to be left.
        var verdict = delivery.occasion() instanceof OfFarewell && reached instanceof Verdict.Sent sent
                ? new Verdict.Sent(sent.at(), FORGOTTEN, sent.providerId())
                : reached;
        var forgetting = switch (delivery.occasion()) {
            case OfAddress _ when verdict.isEnd() -> Updates.set("event.address", FORGOTTEN);
            case OfInvitation _, OfFarewell _ when verdict.isEnd() -> Updates.set("event.mail", FORGOTTEN);
            case OfGiftCard _
            when verdict.isEnd() ->
                Updates.combine(
                        Updates.set("event.receiver.name", FORGOTTEN),
                        Updates.set("event.receiver.email", FORGOTTEN),
                        Updates.set("event.receiver.phone", null),
                        Updates.set("event.words", null));
            default -> Updates.combine();
        };
        var mine = verdict instanceof Verdict.Sent ? in("state", OPEN) : eq("lease.owner", owner);
        return collection
                        .updateOne(
                                and(eq("_id", delivery.id()), mine),
                                Updates.combine(changes(verdict), forgetting, Updates.unset("lease")))
                        .getModifiedCount()
                == 1;
    }

    private static Bson changes(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Sent sent ->
                end(
                        State.SENT,
                        null,
                        Updates.set("sentAt", Date.from(sent.at())),
                        Updates.set("sentTo", sent.to()),
                        Updates.set("providerId", sent.providerId()));
            case Verdict.TryAgain again ->
                Updates.combine(
                        Updates.set("state", State.DUE.name()),
                        Updates.inc("attempts", 1),
                        Updates.set("nextAttemptAt", Date.from(again.at())),
                        Updates.set("reason", again.reason()));
            case Verdict.PutOff off -> Updates.set("nextAttemptAt", Date.from(off.at()));
            case Verdict.Wait wait ->
                Updates.combine(
                        Updates.set("state", State.WAITING.name()),
                        Updates.set("nextAttemptAt", Date.from(wait.at())),
                        Updates.set(
                                "waitsFor",
                                wait.missing().stream().map(Subject::key).toList()));
            case Verdict.Failed failed -> end(State.FAILED, failed.reason(), Updates.inc("attempts", 1));
            case Verdict.Skipped skipped -> end(State.SKIPPED, skipped.reason());
        };
    }

    private static Bson end(State state, @Nullable String reason, Bson... more) {
        var changes = new ArrayList<>(List.of(more));
        changes.add(Updates.set("state", state.name()));
        changes.add(Updates.unset("waitsFor"));
        changes.add(reason == null ? Updates.unset("reason") : Updates.set("reason", reason));
        return Updates.combine(changes);
    }

    @Override
    public void nextInLine(String line, Instant now) {
        collection.updateMany(
                and(eq("line", line), eq("state", State.DUE.name()), eq("attempts", 0), isFree(now)),
                Updates.set("nextAttemptAt", Date.from(now)));
    }

    @Override
    public boolean arrived(Subject subject, Instant now) {
        return collection
                        .updateMany(
                                and(eq("waitsFor", subject.key()), eq("state", State.WAITING.name()), isFree(now)),
                                Updates.combine(
                                        Updates.set("state", State.DUE.name()),
                                        Updates.set("nextAttemptAt", Date.from(now)),
                                        Updates.unset("waitsFor")))
                        .getModifiedCount()
                > 0;
    }

    @Override
    public void erase(ClientId client) {
        collection.updateMany(eq("recipient", Subject.of(client).key()), Updates.unset("sentTo"));
        collection.updateMany(
                and(eq("recipient", Subject.of(client).key()), in("state", OPEN)),
                Updates.combine(end(State.SKIPPED, "the recipient was erased"), Updates.unset("lease")));
    }

    @Override
    public void skipOpen(String reason) {
        collection.updateMany(in("state", OPEN), Updates.combine(end(State.SKIPPED, reason), Updates.unset("lease")));
    }

    private static Bson isFree(Instant now) {
        return or(eq("lease", null), lte("lease.until", Date.from(now)));
    }

    private Delivery read(Document d) {
        var sentAt = d.getDate("sentAt");
        return new Delivery(
                d.getString("_id"),
                occasion(d),
                new Subject(d.getString("recipient")),
                Channel.valueOf(d.getString("channel")),
                State.valueOf(d.getString("state")),
                d.getInteger("attempts"),
                d.getDate("recordedAt").toInstant(),
                d.getDate("nextAttemptAt").toInstant(),
                d.get("lease") != null,
                sentAt == null ? null : sentAt.toInstant(),
                d.getString("sentTo"),
                d.getString("providerId"),
                d.getString("reason"));
    }

    private Occasion occasion(Document d) {
        var line = d.getString("line");
        var event = d.get("event", Document.class);
        if (d.getBoolean("reminder", false)) {
            return new OfReminder(
                    json.fromDocument(event, BookingEvent.class),
                    MessageKind.valueOf(d.getString("kind")),
                    d.getDate("dueAt").toInstant(),
                    d.getDate("until").toInstant());
        }
        if (d.getString("kind").equals(MessageKind.ALERT.name())) {
            return new OfAlert(json.fromDocument(event, BookingEvent.class));
        }
        return switch (line.substring(0, line.indexOf('/') + 1)) {
            case Occasion.PLAN -> new OfPlan(json.fromDocument(event, PlanNudged.class));
            case Occasion.ADDRESS -> new OfAddress(json.fromDocument(event, AddressClaimed.class));
            case Occasion.WEBHOOK -> new OfWebhook(json.fromDocument(event, WebhookDisabled.class));
            case Occasion.DAY_SHEET -> new OfDaySheet(json.fromDocument(event, DaySheet.class));
            case Occasion.SERIES -> new OfSeries(json.fromDocument(event, SeriesEvent.class));
            case "licence/" -> new OfLicence(json.fromDocument(event, LicenceExpiring.class));
            case Occasion.INVITATION -> new OfInvitation(json.fromDocument(event, PersonInvited.class));
            case Occasion.GIFT_CARD -> new OfGiftCard(json.fromDocument(event, GiftCardSent.class));
            case Occasion.INTAKE_CODE -> new OfIntakeCode(json.fromDocument(event, IntakeCodeAsked.class));
            case Occasion.ALERT -> new OfGlass(json.fromDocument(event, GlassBroken.class));
            case Occasion.FAREWELL -> new OfFarewell(json.fromDocument(event, ErasureCompleted.class));
            case "waitlist/" -> new OfOffer(json.fromDocument(event, OfferMade.class));
            default -> new OfBooking(json.fromDocument(event, BookingEvent.class));
        };
    }
}
