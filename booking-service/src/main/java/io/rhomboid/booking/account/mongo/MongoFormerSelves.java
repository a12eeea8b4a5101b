package io.rhomboid.booking.account.mongo;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.UpdateOptions;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.account.FormerSelves;
import io.rhomboid.contracts.client.ClientId;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.max;
import static com.mongodb.client.model.Updates.setOnInsert;

/**
 * Collection {@code formerSelves}: {@code {_id: "<former>/<account>", former, account, proven: 0|1, at}}. A link that is
 * passed on can bring one former client into two accounts.
 */
@Component
class MongoFormerSelves implements FormerSelves {

    private final MongoCollection<Document> selves;

    MongoFormerSelves(MongoDatabase database) {
        this.selves = database.getCollection("formerSelves");
    }

    @Override
    public void join(FormerSelf former, ClientId account, Instant at) {
        selves.updateOne(
                eq("_id", former.client() + "/" + account),
                combine(
                        setOnInsert("former", former.client().toString()),
                        setOnInsert("account", account.toString()),
                        setOnInsert("at", Date.from(at)),
                        max("proven", former.proven() ? 1 : 0)),
                new UpdateOptions().upsert(true));
    }

    @Override
    public List<FormerSelf> of(ClientId account) {
        return selves.find(eq("account", account.toString()))
                .map(stored ->
                        new FormerSelf(ClientId.of(stored.getString("former")), stored.getInteger("proven") == 1))
                .into(new ArrayList<>());
    }
}
