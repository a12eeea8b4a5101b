package io.rhomboid.signin.account;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

import com.mongodb.ErrorCategory;
import com.mongodb.MongoCommandException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.FindOneAndUpdateOptions;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.ReturnDocument;
import org.bson.Document;

import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Updates.combine;
import static com.mongodb.client.model.Updates.set;
import static com.mongodb.client.model.Updates.setOnInsert;

/**
 * Collection {@code accounts}:
 *
 * <pre>{@code {_id: "<uuid>", email: "jo@client.example", name, password: "<encoded>", roles: [], since}}</pre>
 *
 * One account for each address, by a unique index on {@code email}.
 */
public final class Accounts {

    private final MongoCollection<Document> collection;

    public Accounts(MongoDatabase database) {
        collection = database.getCollection("accounts");
        collection.createIndex(Indexes.ascending("email"), new IndexOptions().unique(true));
    }

    public Optional<Account> withEmail(String email) {
        return Optional.ofNullable(collection.find(eq("email", email)).first()).map(Accounts::read);
    }

    public Optional<Account> withId(String id) {
        return Optional.ofNullable(collection.find(eq("_id", id)).first()).map(Accounts::read);
    }

    /** Gives the account of this address the password; the account is this one if there was none. */
    public Account keep(Account account, Instant now) {
        try {
            return write(account, now);
        } catch (MongoCommandException e) {
            if (ErrorCategory.fromErrorCode(e.getErrorCode()) != ErrorCategory.DUPLICATE_KEY) throw e;
            return write(account, now); // somebody else made it this moment: now it is there
        }
    }

    private Account write(Account account, Instant now) {
        var kept = collection.findOneAndUpdate(
                eq("email", account.email()),
                combine(
                        set("password", account.password()),
                        setOnInsert("_id", account.id().toString()),
                        setOnInsert("name", account.name()),
                        setOnInsert("roles", account.roles()),
                        setOnInsert("since", Date.from(now))),
                new FindOneAndUpdateOptions().upsert(true).returnDocument(ReturnDocument.AFTER));
        if (kept == null) throw new IllegalStateException("the store has not kept an account");
        return read(kept);
    }

    private static Account read(Document document) {
        return new Account(
                UUID.fromString(document.getString("_id")),
                document.getString("email"),
                document.getString("name"),
                document.getString("password"),
                document.getList("roles", String.class, List.of()));
    }
}
