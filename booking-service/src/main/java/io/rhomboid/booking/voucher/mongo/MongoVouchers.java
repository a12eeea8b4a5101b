package io.rhomboid.booking.voucher.mongo;

import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoCommandException;
import com.mongodb.MongoException;
import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.reservation.Bookings.Saving;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.mongo.MongoBookings;
import io.rhomboid.booking.voucher.GiftCode;
import io.rhomboid.booking.voucher.Voucher;
import io.rhomboid.booking.voucher.Vouchers;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.voucher.GiftCardEvent.GiftCardSent;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.addEachToSet;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.push;
import static com.mongodb.client.model.Updates.set;

/**
 * All vouchers, in the collection of the bookings, for they take their numbers under the same unique index:
 *
 * <pre>{@code
 * {_id: "voucher/<id>", version, reference, voucher: {…}, codeHash?, issuedAt,
 *  redeemed: ["v:<id>:<number>", …], vouchers: ["<id>"], ops: [{key, bodyHash}], pendingEvents?}
 * }</pre>
 *
 * <p>{@code redeemed} has the numbers of its own entries; those between are in bookings.
 */
@Component
public class MongoVouchers implements Vouchers {

    private final MongoCollection<Document> collection;
    private final Outbox outbox;
    private final JsonDocuments json;

    public MongoVouchers(MongoDatabase database, MongoBookings bookings, JsonDocuments json) {
        this.collection = database.getCollection(MongoBookings.COLLECTION);
        this.outbox = bookings.outbox().on(Topics.GIFT_CARDS);
        this.json = json;
    }

    @Override
    public Optional<Kept> find(VoucherId id) {
        return Optional.ofNullable(collection.find(eq("_id", key(id))).first())
                .map(stored -> new Kept(
                        voucher(stored),
                        stored.getList("ops", Document.class).stream()
                                .map(op -> new Op(op.getString("key"), op.getString("bodyHash")))
                                .toList()));
    }

    @Override
    public Optional<Voucher> openedBy(GiftCode code) {
        return Optional.ofNullable(collection.find(eq("codeHash", code.hash())).first())
                .map(this::voucher);
    }

    @Override
    public List<Voucher> of(ClinicId clinic, int most) {
        return newest(eq("voucher.clinicId", clinic.toString()), most);
    }

    @Override
    public List<Voucher> of(ClientId client, int most) {
        return newest(eq("voucher.clientId", client.toString()), most);
    }

    private List<Voucher> newest(Bson filter, int most) {
        return collection
                .find(filter)
                .sort(Sorts.orderBy(Sorts.descending("issuedAt"), Sorts.ascending("_id")))
                .limit(most)
                .map(this::voucher)
                .into(new ArrayList<>());
    }

    @Override
    public Saving add(Voucher issued, @Nullable GiftCode code, Op op, @Nullable GiftCardSent sent) {
        var document = new Document("_id", key(issued.id()))
                .append("version", issued.version())
                .append("reference", issued.reference())
                .append("voucher", json.toDocument(issued))
                .append("issuedAt", Date.from(issued.entries().getFirst().at()))
                .append("redeemed", numbers(issued))
                .append("vouchers", List.of(issued.id().toString()))
                .append("ops", List.of(of(op)));
        if (code != null) document.append("codeHash", code.hash());
        if (sent != null) document.append("pendingEvents", List.of(outbox.pending(sent)));
        try {
            collection.insertOne(document);
        } catch (MongoWriteException e) {
            return taken(e);
        }
        if (sent != null) outbox.wake(key(issued.id()));
        return Saving.SAVED;
    }

    @Override
    public Saving save(Voucher changed, @Nullable GiftCode code, @Nullable Op op, @Nullable GiftCardSent sent) {
        var updates = new ArrayList<Bson>();
        updates.add(set("version", changed.version()));
        updates.add(set("voucher", json.toDocument(changed)));
        updates.add(addEachToSet("redeemed", numbers(changed)));
        if (code != null) updates.add(set("codeHash", code.hash()));
        if (op != null) updates.add(push("ops", of(op)));
        if (sent != null) updates.add(outbox.append(sent));
        try {
            var before = collection.findOneAndUpdate(
                    and(eq("_id", key(changed.id())), eq("version", changed.version() - 1)), combine(updates));
            if (before == null) return Saving.CHANGED;
        } catch (MongoCommandException e) {
            return taken(e);
        }
        if (sent != null) outbox.wake(key(changed.id()));
        return Saving.SAVED;
    }

    private static Saving taken(MongoException e) {
        if (StoreFaults.isDuplicate(e)) return Saving.TAKEN;
        throw e;
    }

    private static String key(VoucherId id) {
        return "voucher/" + id;
    }

    private static List<String> numbers(Voucher voucher) {
        return voucher.entries().stream()
                .map(entry -> MongoBookings.redeemed(voucher.id(), entry.number()))
                .toList();
    }

    private static Document of(Op op) {
        return new Document("key", op.key()).append("bodyHash", op.bodyHash());
    }

    private Voucher voucher(Document stored) {
        return json.fromDocument(stored.get("voucher", Document.class), Voucher.class);
    }
}
