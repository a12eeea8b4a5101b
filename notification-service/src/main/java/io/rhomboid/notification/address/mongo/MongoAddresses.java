package io.rhomboid.notification.address.mongo;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.EnumMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;

import io.rhomboid.notification.address.Addresses;
import io.rhomboid.notification.address.Claim;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.recipient.Lately;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.in;
import static com.mongodb.client.model.Filters.lt;
import static com.mongodb.client.model.Filters.ne;
import static com.mongodb.client.model.Filters.or;

/**
 * Collections {@code addresses}: {@code {_id: "client/…" | "person/…", MAIL?: {address, at}, SMS?: {address, at}}}, and
 * {@code addressClaims}: {@code {_id, whose: ["client/…"], channel, address, addressHash, expiresAt, triesLeft, used}};
 * never a code.
 */
public final class MongoAddresses implements Addresses {

    private static final UpdateOptions UPSERT = new UpdateOptions().upsert(true);

    private final MongoCollection<Document> addresses;
    private final MongoCollection<Document> claims;
    private final Lately<Subject, Map<Channel, String>> lately = new Lately<>(Duration.ofSeconds(2));

    public MongoAddresses(MongoDatabase database) {
        this.addresses = database.getCollection("addresses");
        this.claims = database.getCollection("addressClaims");
    }

    @Override
    public void prepare() {
        claims.createIndex(Indexes.ascending("whose"));
        claims.createIndex(Indexes.ascending("addressHash"));
        claims.createIndex(Indexes.ascending("expiresAt"));
    }

    @Override
    public Map<Channel, String> of(Subject whose) {
        var found = new EnumMap<Channel, String>(Channel.class);
        var known = addresses.find(eq("_id", whose.key())).first();
        if (known == null) return found;
        for (var channel : List.of(Channel.MAIL, Channel.SMS)) {
            var one = known.get(channel.name(), Document.class);
            if (one != null) found.put(channel, one.getString("address"));
        }
        return found;
    }

    @Override
    public Map<Channel, String> lately(Subject whose) {
        return lately.get(whose, this::of);
    }

    @Override
    public boolean add(Claim claim) {
        try {
            claims.insertOne(new Document("_id", claim.id().toString())
                    .append("whose", claim.whose().stream().map(Subject::key).toList())
                    .append("channel", claim.channel().name())
                    .append("address", claim.address())
                    .append("addressHash", hash(claim.address()))
                    .append("expiresAt", Date.from(claim.expiresAt()))
                    .append("triesLeft", Claim.TRIES)
                    .append("used", false));
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    @Override
    public long others(Claim claim, Instant now) {
        return claims.countDocuments(and(
                or(
                        in("whose", claim.whose().stream().map(Subject::key).toList()),
                        eq("addressHash", hash(claim.address()))),
                ne("_id", claim.id().toString()),
                gt("expiresAt", Date.from(now))));
    }

    @Override
    public Optional<Claim> tryOnce(UUID id, List<Subject> whose, Instant now) {
        return Optional.ofNullable(claims.findOneAndUpdate(
                        and(
                                eq("_id", id.toString()),
                                in("whose", whose.stream().map(Subject::key).toList()),
                                eq("used", false),
                                gt("triesLeft", 0),
                                gt("expiresAt", Date.from(now))),
                        Updates.inc("triesLeft", -1)))
                .map(MongoAddresses::read);
    }

    @Override
    public boolean use(UUID id) {
        return claims.updateOne(and(eq("_id", id.toString()), eq("used", false)), Updates.set("used", true))
                        .getModifiedCount()
                == 1;
    }

    @Override
    public void keep(Subject whose, Channel channel, String address, Instant at) {
        addresses.updateOne(
                eq("_id", whose.key()),
                Updates.set(channel.name(), new Document("address", address).append("at", Date.from(at))),
                UPSERT);
        lately.forget(whose);
    }

    @Override
    public void remove(Subject whose, Channel channel) {
        addresses.updateOne(eq("_id", whose.key()), Updates.unset(channel.name()));
        lately.forget(whose);
    }

    @Override
    public void erase(Subject whose) {
        addresses.deleteOne(eq("_id", whose.key()));
        claims.deleteMany(eq("whose", whose.key()));
        lately.forget(whose);
    }

    @Override
    public long forgetClaimsBefore(Instant at) {
        return claims.deleteMany(lt("expiresAt", Date.from(at))).getDeletedCount();
    }

    private static Claim read(Document claim) {
        return new Claim(
                UUID.fromString(claim.getString("_id")),
                claim.getList("whose", String.class).stream().map(Subject::new).toList(),
                Channel.valueOf(claim.getString("channel")),
                claim.getString("address"),
                claim.getDate("expiresAt").toInstant());
    }

    private static String hash(String address) {
        try {
            var bytes = address.toLowerCase(Locale.ROOT).getBytes(StandardCharsets.UTF_8);
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
