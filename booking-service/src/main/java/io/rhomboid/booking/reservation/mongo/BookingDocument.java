package io.rhomboid.booking.reservation.mongo;

import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;

import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.bson.conversions.Bson;

import io.rhomboid.booking.availability.Diary;
import io.rhomboid.booking.reservation.BookedSession;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingStatus;
import io.rhomboid.booking.reservation.BookingStatus.Arrived;
import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Completed;
import io.rhomboid.booking.reservation.BookingStatus.Confirmed;
import io.rhomboid.booking.reservation.BookingStatus.Expired;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.booking.reservation.CancellationPolicy;
import io.rhomboid.booking.reservation.Change;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Redemption;
import io.rhomboid.booking.reservation.TimeSlot;
import io.rhomboid.booking.reservation.Visit;
import io.rhomboid.booking.reservation.Visit.Companion;
import io.rhomboid.booking.reservation.Visit.Further;
import io.rhomboid.booking.screening.mongo.ScreenedDocuments;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingId;
import io.rhomboid.contracts.booking.SeriesId;
import io.rhomboid.contracts.booking.VoucherId;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

/**
 * A booking as it is stored:
 *
 * <pre>{@code
 * {_id, version, reference, status: HELD|CONFIRMED|CANCELLED|EXPIRED|ARRIVED|COMPLETED|NO_SHOW,
 *  holdExpiresAt?, holdPlace?, holdRenewed?, offeredTo?, confirmedAt?,
 *  arrivedAt?, endedAt?, feeCents?, grace?, note?, seriesId?,
 *  clientId, clinicId, therapistId, roomId, equipmentIds, treatment, start, end, bufferBefore, bufferAfter, zone,
 *  further?: [{therapistId, roomId, equipmentIds, treatment, start, end, bufferBefore, bufferAfter, placeInDay,
 *    priceCents, companions}], companionId?, companionName?,
 *  placeInDay, priceCents, currency, freeCancellation, latePercent, noShowPercent, contactToMoveLate, moveFeeCents,
 *  redemptions?: [{voucherId, number, cents, sessions, lastDay, takenAt, givenBackAt?}],
 *  screened?: [{…}],
 *  redeemed?: ["v:<voucher>:<number>", …], vouchers?: [id], claims?: ["t:…", …], askedAs: [id],
 *  ops: [{key, bodyHash}], history: [{…}], pendingEvents: [{…}]}
 * }</pre>
 *
 * <p>{@code askedAs} has the ids that came from the keys of the requests this booking answers: its own, and those of
 * requests that an earlier hold became the answer to. A unique index keeps a repeat from making a second booking.
 *
 * <p>{@code further} has what a visit has beside its first session, whose own fields are at the top; a session by itself
 * has none.
 *
 * <p>{@code history} has one {@link ChangeDocument} for each version.
 *
 * <p>{@code redeemed} has the number of every redemption under a unique index, and unlike a claim it is never taken
 * away again: whoever takes something from a voucher and has not seen this one collides with it. {@code vouchers} finds
 * all bookings that ever had something to do with one.
 *
 * <p>{@code claims} is there as long as the booking stands and never an empty list: that would be indexed too, and
 * collide with the next one.
 */
final class BookingDocument {

    private BookingDocument() {}

    static Document of(Booking booking, Op op, Change entry, Document pendingEvent) {
        var document = new Document("_id", booking.id().toString())
                .append("askedAs", List.of(booking.id().toString()))
                .append("reference", booking.reference())
                .append("ops", List.of(of(op)))
                .append("history", List.of(ChangeDocument.of(entry)))
                .append("pendingEvents", List.of(pendingEvent));
        document.putAll(changing(booking));
        if (booking.seriesId() != null) {
            document.append("seriesId", booking.seriesId().toString());
        }
        if (!booking.redemptions().isEmpty()) {
            document.append("redeemed", keys(booking)).append("vouchers", voucherIds(booking));
        }
        if (booking.isStanding()) document.append("claims", booking.claims().keys());
        return document;
    }

    static Document of(Op op) {
        return new Document("key", op.key()).append("bodyHash", op.bodyHash());
    }

    /** What a change may change, field by field: the rest of the document may be pushed to by others meanwhile. */
    static Bson change(Booking booking) {
        var updates = new ArrayList<Bson>();
        var fields = changing(booking);
        fields.forEach((name, value) -> updates.add(Updates.set(name, value)));
        // What was missed and is taken back has not ended, and costs nothing; a note can be taken away; and what was a
        // visit can become a session by itself, while it is held; an
        // offer can be accepted.
        for (var field : List.of(
                "endedAt",
                "feeCents",
                "note",
                "further",
                "companionId",
                "companionName",
                "offeredTo",
                ScreenedDocuments.FIELD)) {
            if (!fields.containsKey(field)) updates.add(Updates.unset(field));
        }
        if (!booking.redemptions().isEmpty()) {
            updates.add(Updates.addEachToSet("redeemed", keys(booking)));
            updates.add(Updates.addEachToSet("vouchers", voucherIds(booking)));
        }
        updates.add(
                booking.isStanding() ? Updates.set("claims", booking.claims().keys()) : Updates.unset("claims"));
        return Updates.combine(updates);
    }

    private static Document changing(Booking booking) {
        var fields = new Document("version", booking.version())
                .append("priceCents", booking.price().cents())
                .append("currency", booking.price().currency())
                .append("freeCancellation", booking.policy().freeUntil().toMinutes())
                .append("latePercent", booking.policy().latePercent())
                .append("noShowPercent", booking.policy().noShowPercent())
                .append("contactToMoveLate", booking.policy().contactToMoveLate())
                .append("moveFeeCents", booking.moveFees().cents())
                .append("clientId", booking.clientId().toString())
                .append("clinicId", booking.session().clinicId().toString())
                .append("zone", booking.session().zone().getId())
                .append("status", booking.status().word());
        append(fields, booking.session());
        if (booking.visit().size() > 1) {
            fields.append(
                    "further",
                    booking.visit().further().stream().map(BookingDocument::of).toList());
        }
        var companion = booking.visit().companion();
        if (companion != null) {
            fields.append("companionId", companion.id().toString());
            if (companion.name() != null) fields.append("companionName", companion.name());
        }
        switch (booking.status()) {
            case Held(var expiresAt, int place, boolean renewed, var offeredTo) -> {
                fields.append("holdExpiresAt", Date.from(expiresAt))
                        .append("holdPlace", place)
                        .append("holdRenewed", renewed);
                if (offeredTo != null) fields.append("offeredTo", offeredTo.toString());
            }
            case Confirmed(var since) -> fields.append("confirmedAt", Date.from(since));
            case Cancelled(var at, var fee, boolean grace) ->
                fields.append("endedAt", Date.from(at))
                        .append("feeCents", fee.cents())
                        .append("grace", grace);
            case Expired(var at) -> fields.append("endedAt", Date.from(at));
            case Arrived(var at) -> fields.append("arrivedAt", Date.from(at));
            case Completed(var at) -> fields.append("endedAt", Date.from(at));
            case Missed(var at, var fee) ->
                fields.append("endedAt", Date.from(at)).append("feeCents", fee.cents());
        }
        if (booking.note() != null) fields.append("note", booking.note());
        if (!booking.screened().isEmpty()) {
            fields.append(ScreenedDocuments.FIELD, ScreenedDocuments.of(booking.screened()));
        }
        if (!booking.redemptions().isEmpty()) {
            fields.append(
                    "redemptions",
                    booking.redemptions().stream().map(BookingDocument::of).toList());
        }
        return fields;
    }

    private static void append(Document fields, BookedSession session) {
        fields.append("treatment", session.treatment().toString())
                .append("therapistId", session.therapistId().toString())
                .append("roomId", session.roomId().toString())
                .append(
                        "equipmentIds",
                        session.equipmentIds().stream()
                                .map(EquipmentId::toString)
                                .toList())
                .append("start", Date.from(session.slot().start()))
                .append("end", Date.from(session.slot().end()))
                .append("bufferBefore", session.bufferBeforeMinutes())
                .append("bufferAfter", session.bufferAfterMinutes())
                .append("placeInDay", session.placeInDay());
    }

    private static Document of(Further further) {
        var fields = new Document();
        append(fields, further.session());
        return fields.append("priceCents", further.price().cents()).append("companions", further.companions());
    }

    private static Document of(Redemption redemption) {
        var document = new Document("voucherId", redemption.voucherId().toString())
                .append("number", redemption.number())
                .append("cents", redemption.amount().cents())
                .append("sessions", redemption.sessions())
                .append("lastDay", redemption.lastDay().toString())
                .append("takenAt", Date.from(redemption.takenAt()));
        if (redemption.givenBackAt() != null) document.append("givenBackAt", Date.from(redemption.givenBackAt()));
        return document;
    }

    private static Redemption redemption(Document stored, String currency) {
        var givenBackAt = stored.getDate("givenBackAt");
        return new Redemption(
                VoucherId.of(stored.getString("voucherId")),
                stored.getInteger("number"),
                new Money(stored.getLong("cents"), currency),
                stored.getInteger("sessions"),
                LocalDate.parse(stored.getString("lastDay")),
                stored.getDate("takenAt").toInstant(),
                givenBackAt == null ? null : givenBackAt.toInstant());
    }

    private static List<String> keys(Booking booking) {
        return booking.redemptions().stream()
                .map(it -> key(it.voucherId(), it.number()))
                .toList();
    }

    private static List<String> voucherIds(Booking booking) {
        return booking.redemptions().stream()
                .map(it -> it.voucherId().toString())
                .distinct()
                .toList();
    }

    static String key(VoucherId voucher, int number) {
        return "v:" + voucher + ":" + number;
    }

    /** What {@link #enterInto} needs of a document. */
    static final List<String> FOR_A_DIARY = List.of(
            "version",
            "status",
            "clinicId",
            "zone",
            "therapistId",
            "roomId",
            "equipmentIds",
            "treatment",
            "start",
            "end",
            "bufferBefore",
            "bufferAfter",
            "further",
            "companionId",
            "currency");

    /** As the booking itself would, without the rest of it: at the start there may be half a million. */
    static void enterInto(Diary diary, Document stored) {
        var stands = switch (stored.getString("status")) {
            case "CANCELLED", "EXPIRED" -> false;
            default -> true;
        };
        visit(stored, stored.getString("currency"))
                .enterInto(diary, BookingId.of(stored.getString("_id")), stored.getLong("version"), stands);
    }

    static Booking booking(Document stored) {
        var currency = stored.getString("currency");
        return new Booking(
                BookingId.of(stored.getString("_id")),
                stored.getLong("version"),
                stored.getString("reference"),
                status(stored, currency),
                ClientId.of(stored.getString("clientId")),
                visit(stored, currency),
                new Money(stored.getLong("priceCents"), currency),
                new CancellationPolicy(
                        Duration.ofMinutes(stored.getLong("freeCancellation")),
                        stored.getInteger("latePercent"),
                        stored.getInteger("noShowPercent"),
                        stored.getBoolean("contactToMoveLate")),
                new Money(stored.getLong("moveFeeCents"), currency),
                stored.getString("note"),
                stored.getString("seriesId") == null ? null : SeriesId.of(stored.getString("seriesId")),
                stored.getList("redemptions", Document.class, List.of()).stream()
                        .map(it -> redemption(it, currency))
                        .toList(),
                ScreenedDocuments.in(stored));
    }

    private static Visit visit(Document stored, String currency) {
        var clinic = ClinicId.of(stored.getString("clinicId"));
        var zone = ZoneId.of(stored.getString("zone"));
        var first = session(stored, clinic, zone);
        var further = stored.getList("further", Document.class, List.of());
        if (further.isEmpty()) return Visit.of(first);
        var companion = stored.getString("companionId");
        return new Visit(
                first,
                further.stream()
                        .map(one -> new Further(
                                session(one, clinic, zone),
                                new Money(one.getLong("priceCents"), currency),
                                one.getBoolean("companions")))
                        .toList(),
                companion == null ? null : new Companion(ClientId.of(companion), stored.getString("companionName")));
    }

    private static BookedSession session(Document stored, ClinicId clinic, ZoneId zone) {
        return new BookedSession(
                clinic,
                TherapistId.of(stored.getString("therapistId")),
                RoomId.of(stored.getString("roomId")),
                stored.getList("equipmentIds", String.class).stream()
                        .map(EquipmentId::of)
                        .toList(),
                TreatmentCode.of(stored.getString("treatment")),
                new TimeSlot(
                        stored.getDate("start").toInstant(),
                        stored.getDate("end").toInstant()),
                stored.getInteger("bufferBefore"),
                stored.getInteger("bufferAfter"),
                zone,
                // Not there in older ones.
                stored.getInteger("placeInDay", 0));
    }

    private static BookingStatus status(Document stored, String currency) {
        return switch (stored.getString("status")) {
            case "HELD" ->
                new Held(
                        stored.getDate("holdExpiresAt").toInstant(),
                        stored.getInteger("holdPlace", 1),
                        stored.getBoolean("holdRenewed", false),
                        stored.containsKey("offeredTo") ? WaitlistEntryId.of(stored.getString("offeredTo")) : null);
            // When exactly was not noted from the beginning.
            case "CONFIRMED" ->
                new Confirmed(stored.get("confirmedAt", new Date(0)).toInstant());
            case "CANCELLED" ->
                new Cancelled(
                        stored.getDate("endedAt").toInstant(),
                        new Money(stored.getLong("feeCents"), currency),
                        stored.getBoolean("grace", false));
            case "EXPIRED" -> new Expired(stored.getDate("endedAt").toInstant());
            case "ARRIVED" -> new Arrived(stored.getDate("arrivedAt").toInstant());
            case "COMPLETED" -> new Completed(stored.getDate("endedAt").toInstant());
            case "NO_SHOW" ->
                new Missed(stored.getDate("endedAt").toInstant(), new Money(stored.getLong("feeCents"), currency));
            case String unknown -> throw new IllegalStateException("a booking that is " + unknown);
        };
    }

    static List<Op> ops(Document stored) {
        return stored.getList("ops", Document.class, List.of()).stream()
                .map(op -> new Op(op.getString("key"), op.getString("bodyHash")))
                .toList();
    }
}
