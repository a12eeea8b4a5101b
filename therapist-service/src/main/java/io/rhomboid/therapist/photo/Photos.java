package io.rhomboid.therapist.photo;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.function.Predicate;

import com.mongodb.client.MongoCollection;
import com.mongodb.client.MongoDatabase;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.IndexOptions;
import com.mongodb.client.model.Indexes;
import com.mongodb.client.model.Projections;
import com.mongodb.client.model.UpdateOptions;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.types.Binary;
import org.springframework.stereotype.Component;

/**
 * The pictures themselves, each a document:
 *
 * <pre>{@code { _id: "9f86…", small: <JPEG>, large: <JPEG>, checkAt: <when to look whether anybody shows it> } }</pre>
 *
 * <ol>
 *   <li>A photo is put here first and named in a clinic or a therapist then; what is put is to be looked at later.
 *   <li>Before a photo is taken out of a clinic or a therapist, it is marked to be looked at again.
 *   <li>Whoever looks asks if anybody shows it: if so the mark goes, if not the photo. Either only if the mark is still
 *       the one that was seen, so that a photo that is put again in that moment stays.
 * </ol>
 *
 * Whatever breaks off in between, nothing that is shown is ever lost, and what nobody shows goes in the end.
 */
@Component
public class Photos {

    private static final Duration GRACE = Duration.ofMinutes(10);
    private static final String CHECK_AT = "checkAt";

    private final MongoCollection<Document> collection;
    private final Clock clock;

    Photos(MongoDatabase database, Clock clock) {
        this.collection = database.getCollection("photos");
        this.clock = clock;
    }

    void put(PhotoId id, Picture.Reading.Drawn picture) {
        collection.updateOne(
                Filters.eq("_id", id.value()),
                Updates.combine(
                        Updates.set("small", new Binary(picture.small())),
                        Updates.set("large", new Binary(picture.large())),
                        Updates.set(CHECK_AT, soon())),
                new UpdateOptions().upsert(true));
    }

    /** @param size {@code small} or {@code large} */
    Optional<byte[]> find(PhotoId id, String size) {
        return Optional.ofNullable(collection
                        .find(Filters.eq("_id", id.value()))
                        .projection(Projections.include(size))
                        .first())
                .map(photo -> photo.get(size, Binary.class).getData());
    }

    /** To be called before who shows it is deleted. */
    public void isAboutToGo(String path) {
        isAboutToGo(PhotoId.ofPath(path));
    }

    /** To be called before it is taken out of where it is shown. */
    void isAboutToGo(PhotoId id) {
        collection.updateOne(Filters.eq("_id", id.value()), Updates.set(CHECK_AT, soon()));
    }

    /**
     * Removes what is due and shown by nobody.
     *
     * @return how many went
     */
    int sweep(Instant now, Predicate<PhotoId> isShown) {
        collection.createIndex(Indexes.ascending(CHECK_AT), new IndexOptions().sparse(true));
        int gone = 0;
        for (var photo :
                collection.find(Filters.lte(CHECK_AT, Date.from(now))).projection(Projections.include(CHECK_AT))) {
            var asSeen = Filters.and(
                    Filters.eq("_id", photo.getString("_id")), Filters.eq(CHECK_AT, photo.getDate(CHECK_AT)));
            if (isShown.test(new PhotoId(photo.getString("_id")))) {
                collection.updateOne(asSeen, Updates.unset(CHECK_AT));
            } else {
                gone += (int) collection.deleteOne(asSeen).getDeletedCount();
            }
        }
        return gone;
    }

    private Date soon() {
        return Date.from(clock.instant().plus(GRACE));
    }
}
