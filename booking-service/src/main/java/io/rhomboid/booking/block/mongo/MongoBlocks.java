package io.rhomboid.booking.block.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.availability.Diary;
import io.rhomboid.booking.availability.KeptClaims;
import io.rhomboid.booking.block.Block;
import io.rhomboid.booking.block.Block.Change;
import io.rhomboid.booking.block.Blocks;
import io.rhomboid.booking.reservation.Bookings.Saving;
import io.rhomboid.booking.reservation.Claims;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.OtherClaims;
import io.rhomboid.booking.reservation.mongo.MongoBookings;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.block.BlockId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

/**
 * All blocks, as {@link BlockDocument}s among the bookings: the index that keeps two bookings apart is one for each
 * collection, so whoever shall never cross a booking must lie beside it.
 */
@Component
public class MongoBlocks implements Blocks, KeptClaims, OtherClaims {

    private final MongoCollection<Document> collection;
    private final Outbox outbox;

    public MongoBlocks(MongoDatabase database, MongoBookings bookings) {
        this.collection = database.getCollection(MongoBookings.COLLECTION);
        this.outbox = bookings.outbox().on(Topics.BLOCKS);
    }

    @Override
    public Optional<Kept> find(BlockId id) {
        return Optional.ofNullable(
                        collection.find(eq("_id", BlockDocument.key(id))).first())
                .map(stored -> new Kept(BlockDocument.block(stored), BlockDocument.op(stored)));
    }

    @Override
    public Saving add(Change born, @Nullable Op op) {
        try {
            collection.insertOne(BlockDocument.of(born.block(), op, outbox.pending(born.event())));
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return Saving.TAKEN;
            throw e;
        }
        outbox.wake(BlockDocument.key(born.block().id()));
        return Saving.SAVED;
    }

    @Override
    public Saving save(Change change) {
        var block = change.block();
        var key = BlockDocument.key(block.id());
        var result = collection.updateOne(
                and(eq("_id", key), eq("version", block.version() - 1)),
                Updates.combine(BlockDocument.change(block), outbox.append(change.event())));
        if (result.getModifiedCount() == 0) return Saving.CHANGED;
        outbox.wake(key);
        return Saving.SAVED;
    }

    @Override
    public List<Block> standing(Record resource, Instant from, Instant to) {
        var field = resource instanceof TherapistId ? "block.therapistId" : "block.roomId";
        return collection
                .find(and(
                        eq(field, resource.toString()),
                        exists("claims"),
                        gt("block.end", Date.from(from)),
                        lt("block.start", Date.from(to))))
                .sort(Sorts.ascending("block.start"))
                .map(BlockDocument::block)
                .into(new ArrayList<>());
    }

    @Override
    public void tell(Diary diary, Instant endingAfter) {
        // The index of blocks is by their start; without it every booking would be looked at.
        var blocks = and(gt("block.start", new Date(0)), gt("block.end", Date.from(endingAfter)));
        for (var stored : collection.find(blocks)) {
            BlockDocument.block(stored).enterInto(diary);
        }
    }

    @Override
    public void tell(Diary diary, Claims inTheWay) {
        for (var stored : collection.find(and(in("claims", inTheWay.keys()), exists("block")))) {
            BlockDocument.block(stored).enterInto(diary);
        }
    }
}
