package io.rhomboid.platform.erasure;

import java.time.Clock;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.ReturnDocument;
import com.mongodb.client.model.Updates;
import org.bson.Document;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.client.ErasureEvent.ErasureConfirmed;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;

/**
 * Says on topic {@code erasures} that this service has nothing personal of a client any more, each time it was told to
 * forget them. Collection {@code erasure-receipts}: {@code {_id: client, version, pendingEvents}}.
 */
public final class ErasureReceipts {

    private final MongoCollection<Document> receipts;
    private final Outbox outbox;
    private final String service;
    private final Clock clock;

    public ErasureReceipts(MongoDatabase database, Outboxes outboxes, String service, Clock clock) {
        this.receipts = database.getCollection("erasure-receipts");
        this.outbox = outboxes.open(receipts, Topics.ERASURES);
        this.service = service;
        this.clock = clock;
    }

    /** After everything of theirs is gone. */
    public void confirm(ClientId client) {
        var one = Filters.eq("_id", client.toString());
        var counted = receipts.findOneAndUpdate(
                one,
                Updates.inc("version", 1L),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        receipts.updateOne(
                one, outbox.append(new ErasureConfirmed(client, counted.getLong("version"), service, clock.instant())));
        outbox.wake(client.toString());
    }
}
