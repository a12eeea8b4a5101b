package io.rhomboid.booking.block.mongo;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.function.Function;

import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;
import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.block.Block;
import io.rhomboid.booking.reservation.Claims;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * A block as it is stored, in the collection of the bookings:
 *
 * <pre>{@code
 * {_id: "block/<id>", version, reference: "<id>", freedAt?,
 *  block: {kind, therapistId?, clinicId?, roomId?, start, end, note?, source?},
 *  claims?: ["t:…", …], ops: [{key, bodyHash}], pendingEvents: [{…}]}
 * }</pre>
 *
 * <p>What a booking has at the top – status, therapist, start, end – a block has below, or not at all: no question
 * about bookings finds one. The reference is there because the index on it wants each document to have another.
 */
final class BlockDocument {

    private BlockDocument() {}

    static String key(BlockId id) {
        return "block/" + id;
    }

    static Document of(Block block, @Nullable Op op, Document pendingEvent) {
        var time = block.time();
        var body = new Document("kind", time.kind().name());
        put(body, "therapistId", time.therapistId());
        put(body, "clinicId", time.clinicId());
        put(body, "roomId", time.roomId());
        body.append("start", Date.from(time.start())).append("end", Date.from(time.end()));
        put(body, "note", block.note());
        put(body, "source", block.source());
        return new Document("_id", key(block.id()))
                .append("version", block.version())
                .append("reference", block.id().toString())
                .append("block", body)
                .append("claims", Claims.of(time).keys())
                .append(
                        "ops",
                        op == null
                                ? List.of()
                                : List.of(new Document("key", op.key()).append("bodyHash", op.bodyHash())))
                .append("pendingEvents", List.of(pendingEvent));
    }

    private static void put(Document body, String name, @Nullable Object value) {
        if (value != null) body.append(name, value.toString());
    }

    /** A block can only be freed. */
    static Bson change(Block freed) {
        return Updates.combine(
                Updates.set("version", freed.version()),
                Updates.set("freedAt", Date.from(freed.freedAt())),
                Updates.unset("claims"));
    }

    static Block block(Document stored) {
        var body = stored.get("block", Document.class);
        var freedAt = stored.getDate("freedAt");
        return new Block(
                BlockId.of(stored.getString("reference")),
                stored.getLong("version"),
                new BlockedTime(
                        BlockedTime.Kind.valueOf(body.getString("kind")),
                        id(body, "therapistId", TherapistId::of),
                        id(body, "clinicId", ClinicId::of),
                        id(body, "roomId", RoomId::of),
                        at(body, "start"),
                        at(body, "end")),
                body.getString("note"),
                body.getString("source"),
                freedAt == null ? null : freedAt.toInstant());
    }

    private static <T> @Nullable T id(Document body, String name, Function<String, T> parse) {
        var text = body.getString(name);
        return text == null ? null : parse.apply(text);
    }

    private static Instant at(Document body, String name) {
        return body.getDate(name).toInstant();
    }

    static @Nullable Op op(Document stored) {
        return stored.getList("ops", Document.class).stream()
                .findFirst()
                .map(op -> new Op(op.getString("key"), op.getString("bodyHash")))
                .orElse(null);
    }
}
