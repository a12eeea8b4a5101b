package io.rhomboid.therapist.staff;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffEvent.MembershipsChanged;
import io.rhomboid.platform.identity.Memberships;
import io.rhomboid.platform.migration.Raising;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.store.StoreFaults;

import static com.mongodb.client.model.Filters.and;
import static com.mongodb.client.model.Filters.eq;

/**
 * All members, one document each: {@code {_id: "<sub>", version, name, mail, memberships: […], pendingEvents}}. What a
 * person is at all clinics changes by one write, with the event that tells it.
 */
@Component
public class Members implements Memberships {

    private final MongoCollection<Document> collection;
    private final Outbox outbox;
    private final JsonDocuments json;
    private final Clock clock;

    Members(MongoDatabase database, Outboxes outboxes, JsonDocuments json, Clock clock) {
        this.collection = database.getCollection("members");
        this.outbox = outboxes.open(collection, Topics.MEMBERS);
        this.json = json;
        this.clock = clock;
    }

    @Override
    public List<Membership> of(String subject) {
        return find(subject).memberships();
    }

    /** Nobody yet, at version 0, for who was never a member. */
    Member find(String person) {
        return Optional.ofNullable(collection.find(eq("_id", person)).first())
                .map(this::member)
                .orElseGet(() -> Member.nobodyYet(person));
    }

    /** Who belongs to this clinic, by person. */
    List<Member> at(ClinicId clinic) {
        var found = new ArrayList<Member>();
        for (var stored : collection.find(eq("memberships.clinicId", clinic.toString()))) found.add(member(stored));
        found.sort(Comparator.comparing(Member::person));
        return found;
    }

    /** Keeps what somebody is if nobody changed it since it was seen; false if somebody did. */
    boolean save(Member next) {
        var event = new MembershipsChanged(next.person(), next.version(), next.memberships(), clock.instant());
        var memberships = next.memberships().stream().map(json::toDocument).toList();
        if (next.version() == 1) {
            try {
                collection.insertOne(new Document("_id", next.person())
                        .append("version", 1L)
                        .append("name", next.name())
                        .append("mail", next.mail())
                        .append("memberships", memberships)
                        .append("pendingEvents", List.of(outbox.pending(event))));
            } catch (MongoWriteException e) {
                if (StoreFaults.isDuplicate(e)) return false;
                throw e;
            }
        } else {
            var written = collection.updateOne(
                    and(eq("_id", next.person()), eq("version", next.version() - 1)),
                    Updates.combine(
                            Updates.set("version", next.version()),
                            Updates.set("name", next.name()),
                            Updates.set("mail", next.mail()),
                            Updates.set("memberships", memberships),
                            outbox.append(event)));
            if (written.getMatchedCount() == 0) return false;
        }
        outbox.wake(next.person());
        return true;
    }

    /** Has everybody told once more with a version of this epoch. */
    public void tellAgain(long epoch) {
        Raising.raise(collection, Filters.empty(), epoch, stored -> {
            var member = member(stored);
            return Optional.of(outbox.republish(
                    new MembershipsChanged(member.person(), member.version(), member.memberships(), clock.instant())));
        });
    }

    private Member member(Document stored) {
        return new Member(
                stored.getString("_id"),
                stored.getLong("version"),
                stored.getString("name"),
                stored.getString("mail"),
                stored.getList("memberships", Document.class).stream()
                        .map(one -> json.fromDocument(one, Membership.class))
                        .toList());
    }
}
