package io.rhomboid.therapist.staff;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
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

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.InvitationEvent.PersonInvited;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.link.InvitationTokens;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;
import static com.mongodb.client.model.Filters.exists;
import static com.mongodb.client.model.Filters.gt;
import static com.mongodb.client.model.Filters.or;

/**
 * All invitations: {@code {_id, version, clinicId, mail, roles, therapistId?, expiresAt, bodyHash, acceptedBy?, done?,
 * pendingEvents}}. The token is kept nowhere, and told in no event: whoever has to know it reckons it.
 *
 * <p>Accepting is two writes, for it changes an invitation and a member: first the invitation goes to one person, by
 * compare-and-set; then they become a member; then it is marked as done. Whoever stops in between may come again with
 * the same token and go on, and nobody else can.
 */
@Component
class Invitations {

    private final MongoCollection<Document> collection;
    private final Outbox outbox;
    private final InvitationTokens tokens;

    Invitations(MongoDatabase database, Outboxes outboxes, InvitationTokens tokens) {
        this.collection = database.getCollection("invitations");
        this.outbox = outboxes.open(collection, Topics.INVITATIONS);
        this.tokens = tokens;
    }

    String token(Invitation invitation) {
        return tokens.token(invitation.id());
    }

    /** False if there is one with this id: made by an earlier request with the same key. */
    boolean add(Invitation invitation, String bodyHash, Instant now) {
        var therapist = invitation.therapistId();
        var event = new PersonInvited(
                invitation.id(),
                invitation.version(),
                invitation.clinicId(),
                invitation.mail(),
                invitation.roles(),
                invitation.expiresAt(),
                now);
        try {
            collection.insertOne(new Document("_id", invitation.id().toString())
                    .append("version", invitation.version())
                    .append("clinicId", invitation.clinicId().toString())
                    .append("mail", key(invitation.mail()))
                    .append("roles", invitation.roles().stream().map(Enum::name).toList())
                    .append("therapistId", therapist == null ? null : therapist.toString())
                    .append("expiresAt", Date.from(invitation.expiresAt()))
                    .append("bodyHash", bodyHash)
                    .append("pendingEvents", List.of(outbox.pending(event))));
        } catch (MongoWriteException e) {
            if (StoreFaults.isDuplicate(e)) return false;
            throw e;
        }
        outbox.wake(invitation.id().toString());
        return true;
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
        return tokens.read(token)
                .map(id -> collection.findOneAndUpdate(
                        and(
                                eq("_id", id.toString()),
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
}
