package io.rhomboid.therapist.staff;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Date;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Sorts;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;

/**
 * All invitations: {@code {_id, version, clinicId, mail, roles, therapistId?, expiresAt, tokenHash, bodyHash, acceptedBy?,
 * done?}}. The token itself is kept nowhere.
 *
 * <p>Accepting is two writes, for it changes an invitation and a member: first the invitation goes to one person, by
 * compare-and-set; then they become a member; then it is marked as done. Whoever stops in between may come again with
 * the same token and go on, and nobody else can.
 */
@Component
class Invitations {

    private static final int TOKEN_BYTES = 32;

    private final MongoCollection<Document> collection;
    private final SecureRandom random = new SecureRandom();

    Invitations(MongoDatabase database) {
        this.collection = database.getCollection("invitations");
    }

    /** 256 bits, as 43 letters, digits, {@code -} and {@code _}. */
    String newToken() {
        var bytes = new byte[TOKEN_BYTES];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    /** False if there is one with this id: made by an earlier request with the same key. */
    boolean add(Invitation invitation, String token, String bodyHash) {
        var therapist = invitation.therapistId();
        try {
            collection.insertOne(new Document("_id", invitation.id().toString())
                    .append("version", invitation.version())
                    .append("clinicId", invitation.clinicId().toString())
                    .append("mail", key(invitation.mail()))
                    .append("roles", invitation.roles().stream().map(Enum::name).toList())
                    .append("therapistId", therapist == null ? null : therapist.toString())
                    .append("expiresAt", Date.from(invitation.expiresAt()))
                    .append("tokenHash", hash(token))
                    .append("bodyHash", bodyHash));
            return true;
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
    }

    /** What the key that led to this id was used for; empty if that is no more. */
    Optional<String> bodyHash(UUID id) {
        return Optional.ofNullable(collection.find(eq("_id", id.toString())).first())
                .map(stored -> stored.getString("bodyHash"));
    }

    Optional<Invitation> find(UUID id, ClinicId clinic) {
        return Optional.ofNullable(collection
                        .find(and(eq("_id", id.toString()), eq("clinicId", clinic.toString())))
                        .first())
                .map(Invitations::invitation);
    }

    /** Those that nobody has accepted yet, the first to end first. */
    List<Invitation> open(ClinicId clinic, Instant now) {
        return collection
                .find(and(
                        eq("clinicId", clinic.toString()),
                        exists("acceptedBy", false),
                        gt("expiresAt", Date.from(now))))
                .sort(Sorts.ascending("expiresAt", "_id"))
                .map(Invitations::invitation)
                .into(new ArrayList<>());
    }

    /** False if it is not there in this version. */
    boolean remove(UUID id, ClinicId clinic, long version) {
        return collection
                        .deleteOne(and(
                                eq("_id", id.toString()), eq("clinicId", clinic.toString()), eq("version", version)))
                        .getDeletedCount()
                == 1;
    }

    /** The invitation, which is this person's from now on; empty if it is nobody's, over, or somebody else's. */
    Optional<Invitation> take(String token, String mail, String person, Instant now) {
        return Optional.ofNullable(collection.findOneAndUpdate(
                        and(
                                eq("tokenHash", hash(token)),
                                eq("mail", key(mail)),
                                gt("expiresAt", Date.from(now)),
                                exists("done", false),
                                or(exists("acceptedBy", false), eq("acceptedBy", person))),
                        Updates.combine(Updates.set("acceptedBy", person), Updates.set("version", 2L))))
                .map(Invitations::invitation);
    }

    void done(UUID id) {
        collection.updateOne(eq("_id", id.toString()), Updates.set("done", true));
    }

    private static Invitation invitation(Document stored) {
        return new Invitation(
                UUID.fromString(stored.getString("_id")),
                stored.getLong("version"),
                ClinicId.of(stored.getString("clinicId")),
                stored.getString("mail"),
                stored.getList("roles", String.class).stream()
                        .map(StaffRole::valueOf)
                        .collect(Collectors.toSet()),
                therapist(stored.getString("therapistId")),
                stored.getDate("expiresAt").toInstant());
    }

    private static @Nullable TherapistId therapist(@Nullable String id) {
        return id == null ? null : TherapistId.of(id);
    }

    private static String key(String mail) {
        return mail.toLowerCase(Locale.ROOT);
    }

    private static String hash(String token) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
