package io.rhomboid.booking.reservation.mongo;

import java.util.Date;
import java.util.List;

import org.bson.Document;

import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Change;
import io.rhomboid.booking.reservation.Change.Difference;
import io.rhomboid.booking.reservation.Reason;

/**
 * An entry in a booking's history as it is stored:
 *
 * <pre>{@code
 * {version, event, at, role: CLIENT|GUEST|THERAPIST|DESK|…, actor?, channel: API|HOUSEKEEPING, requestId?, reason?,
 *  differences: [{field, before?, after?}]}
 * }</pre>
 */
final class ChangeDocument {

    private ChangeDocument() {}

    static Document of(Change change) {
        var cause = change.cause();
        var document = new Document("version", change.version())
                .append("event", change.event())
                .append("at", Date.from(change.at()))
                .append("role", cause.actor().role().name())
                .append("channel", cause.channel().name())
                .append(
                        "differences",
                        change.differences().stream().map(ChangeDocument::of).toList());
        if (cause.actor().id() != null) document.append("actor", cause.actor().id());
        if (cause.requestId() != null) document.append("requestId", cause.requestId());
        if (cause.reason() != null) document.append("reason", cause.reason().name());
        return document;
    }

    private static Document of(Difference difference) {
        var document = new Document("field", difference.field());
        if (difference.before() != null) document.append("before", difference.before());
        if (difference.after() != null) document.append("after", difference.after());
        return document;
    }

    static Change change(Document stored) {
        var reason = stored.getString("reason");
        return new Change(
                stored.getLong("version"),
                stored.getString("event"),
                stored.getDate("at").toInstant(),
                new Cause(
                        new Actor(Actor.Role.valueOf(stored.getString("role")), stored.getString("actor")),
                        Cause.Channel.valueOf(stored.getString("channel")),
                        stored.getString("requestId"),
                        reason == null ? null : Reason.valueOf(reason)),
                stored.getList("differences", Document.class, List.of()).stream()
                        .map(it -> new Difference(it.getString("field"), it.getString("before"), it.getString("after")))
                        .toList());
    }
}
