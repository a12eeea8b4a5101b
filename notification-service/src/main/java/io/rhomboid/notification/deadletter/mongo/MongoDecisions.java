package io.rhomboid.notification.deadletter.mongo;

import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

import io.rhomboid.notification.deadletter.DeadLetter.Choice;
import io.rhomboid.notification.deadletter.DeadLetter.Decided;
import io.rhomboid.notification.deadletter.Decisions;

import static com.mongodb.client.model.Filters.eq;

/** Collection {@code deadLetters}: {@code {_id: "<topic>:<partition>:<offset>", choice, by, at}}. */
public final class MongoDecisions implements Decisions {

    private final MongoCollection<Document> collection;

    public MongoDecisions(MongoDatabase database) {
        this.collection = database.getCollection("deadLetters");
    }

    @Override
    public Map<String, Decided> all() {
        var all = new HashMap<String, Decided>();
        for (var one : collection.find()) {
            all.put(
                    one.getString("_id"),
                    new Decided(
                            Choice.valueOf(one.getString("choice")),
                            one.getString("by"),
                            one.getDate("at").toInstant()));
        }
        return all;
    }

    @Override
    public void keep(String id, Decided decided) {
        collection.updateOne(
                eq("_id", id),
                Updates.combine(
                        Updates.set("choice", decided.choice().name()),
                        Updates.set("by", decided.by()),
                        Updates.set("at", Date.from(decided.at()))),
                new UpdateOptions().upsert(true));
    }
}
