package io.rhomboid.therapist.licence;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

import com.mongodb.MongoWriteException;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota.WeeklyHours;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.Therapist.Listing;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.outbox.Outbox;
import io.rhomboid.platform.outbox.Outboxes;
import io.rhomboid.platform.store.StoreFaults;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;

/**
 * Tells once of each licence that it will end: collection {@code licence-notices},
 * {@code {_id: "<licence>", told: <number of the last notice>, pendingEvents: […]}}. Many instances may look at once;
 * only one gets to raise {@code told}.
 */
@Component
class LicenceNotices {

    private final Records<TherapistId, Therapist> therapists;
    private final MongoCollection<Document> collection;
    private final Outbox outbox;
    private final Clock clock;

    LicenceNotices(Records<TherapistId, Therapist> therapists, MongoDatabase database, Outboxes outboxes, Clock clock) {
        this.therapists = therapists;
        this.collection = database.getCollection("licence-notices");
        this.outbox = outboxes.open(collection, Topics.LICENCES);
        this.clock = clock;
    }

    /** Answers how many notices were given. A therapist who is still a draft gets none. */
    int giveWhatIsDue() {
        var now = clock.instant();
        var today = LocalDate.now(clock);
        int given = 0;
        for (var kept : therapists.all()) {
            if (kept.state().listing() == Listing.DRAFT) continue;
            for (var licence : kept.state().licences()) {
                var due = Notice.due(licence, kept.state().licences(), today);
                if (due.isPresent() && give(due.get(), licence, kept, today, now)) given++;
            }
        }
        return given;
    }

    private boolean give(
            Notice notice, Licence licence, Kept<TherapistId, Therapist> kept, LocalDate today, Instant now) {
        var event = new LicenceExpiring(
                licence.id(),
                notice.number(),
                kept.id(),
                licence.number(),
                licence.jurisdiction(),
                licence.validUntil(),
                Notice.daysLeft(licence, today),
                workplaces(kept.state()).stream().toList(),
                now);
        var id = licence.id().toString();
        try {
            var written = collection.updateOne(
                    Filters.and(Filters.eq("_id", id), Filters.lt("told", notice.number())),
                    Updates.combine(Updates.set("told", notice.number()), outbox.append(event)),
                    new UpdateOptions().upsert(true));
            if (written.getUpsertedId() == null && written.getModifiedCount() == 0) return false;
        } catch (MongoWriteException e) {
            // It was told before: the upsert ran into the document.
            if (!StoreFaults.isDuplicate(e)) throw e;
            return false;
        }
        outbox.wake(id);
        return true;
    }

    private static Set<ClinicId> workplaces(Therapist therapist) {
        var workplaces = new TreeSet<ClinicId>(Comparator.comparing(ClinicId::value));
        Stream.concat(
                        therapist.offers().stream().map(Offer::clinicId),
                        therapist.rota().weekly().stream().map(WeeklyHours::clinicId))
                .forEach(workplaces::add);
        return workplaces;
    }
}
