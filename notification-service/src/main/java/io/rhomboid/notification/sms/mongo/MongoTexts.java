package io.rhomboid.notification.sms.mongo;

import java.time.Instant;
import java.util.Collection;
import java.util.Date;
import java.util.HashMap;
import java.util.Map;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

import io.rhomboid.notification.sms.PhoneNumber;
import io.rhomboid.notification.sms.TextStatus;
import io.rhomboid.notification.sms.TextStatus.Stage;
import io.rhomboid.notification.sms.Texts;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;

/**
 * Collections {@code smsStops}: {@code {_id: "+49…", at}}, and {@code smsStatuses}: {@code {_id: provider's id, stage,
 * rank, code?, at}}.
 */
public final class MongoTexts implements Texts {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> stops;
    private final MongoCollection<Document> statuses;

    public MongoTexts(MongoDatabase database) {
        this.stops = database.getCollection("smsStops");
        this.statuses = database.getCollection("smsStatuses");
    }

    @Override
    public void stop(PhoneNumber number, Instant at) {
        stops.updateOne(eq("_id", number.value()), Updates.set("at", Date.from(at)), UPSERT);
    }

    @Override
    public void start(PhoneNumber number) {
        stops.deleteOne(eq("_id", number.value()));
    }

    @Override
    public boolean hasStopped(PhoneNumber number) {
        return stops.find(eq("_id", number.value())).first() != null;
    }

    @Override
    public void became(String providerId, TextStatus status, Instant at) {
        try {
            statuses.updateOne(
                    and(eq("_id", providerId), lt("rank", status.stage().ordinal())),
                    Updates.combine(
                            Updates.set("stage", status.stage().name()),
                            Updates.set("rank", status.stage().ordinal()),
                            Updates.set("code", status.code()),
                            Updates.set("at", Date.from(at))),
                    UPSERT);
        } catch (MongoWriteException e) {
            // The upsert ran into one that says as much or more.
            if (!StoreFaults.isDuplicate(e)) throw e;
        }
    }

    @Override
    public Map<String, TextStatus> whatBecameOf(Collection<String> providerIds) {
        var found = new HashMap<String, TextStatus>();
        for (var one : statuses.find(in("_id", providerIds))) {
            found.put(
                    one.getString("_id"), new TextStatus(Stage.valueOf(one.getString("stage")), one.getString("code")));
        }
        return found;
    }
}
