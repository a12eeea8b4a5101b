package io.rhomboid.notification.recipient.mongo;

import java.time.Instant;
import java.util.Date;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Updates;
import org.bson.Document;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.intake.AnswerEvent.IntakeAnswered;
import io.rhomboid.notification.recipient.Answers;
import io.rhomboid.platform.store.Projection;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;

/** Collection {@code answers}: {@code {_id: client, version, until}}. */
public final class MongoAnswers implements Answers {

    private final MongoCollection<Document> collection;

    public MongoAnswers(MongoDatabase database) {
        this.collection = database.getCollection("answers");
    }

    @Override
    public boolean hold(ClientId client, Instant at) {
        return collection
                        .find(and(eq("_id", client.toString()), gt("until", Date.from(at))))
                        .first()
                != null;
    }

    @Override
    public void keep(IntakeAnswered event) {
        new Projection(collection)
                .apply(event.key(), event.version(), Updates.set("until", Date.from(event.validUntil())));
    }

    @Override
    public void erase(ClientId client) {
        collection.deleteOne(eq("_id", client.toString()));
    }
}
