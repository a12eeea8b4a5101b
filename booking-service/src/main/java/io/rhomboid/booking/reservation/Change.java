package io.rhomboid.booking.reservation;

import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.reservation.BookingStatus.Cancelled;
import io.rhomboid.booking.reservation.BookingStatus.Held;
import io.rhomboid.booking.reservation.BookingStatus.Missed;
import io.rhomboid.booking.reservation.Decision.Accepted;

/**
 * One change of a booking, for the record: kept by the very write that made it, one for each version, never changed
 * after. Ids, times, places and amounts; nothing personal, nothing about anybody's health.
 *
 * @param version of the booking after it
 * @param event the name of what was told to the world, for example {@code BookingRescheduled}
 * @param differences what became different, and only that; for the first version all there is
 */
public record Change(long version, String event, Instant at, Cause cause, List<Difference> differences) {

    /** @param before absent when there was nothing, as {@code after} when there is nothing any more */
    public record Difference(
            String field, @Nullable String before, @Nullable String after) {}

    public Change {
        differences = List.copyOf(differences);
    }

    /** @param before null for a booking that was just born */
    static Change of(@Nullable Booking before, Accepted accepted, Cause cause) {
        var event = accepted.event();
        return new Change(
                accepted.booking().version(),
                event.getClass().getSimpleName(),
                event.occurredAt(),
                cause,
                differences(before == null ? Map.of() : facts(before), facts(accepted.booking())));
    }

    private static List<Difference> differences(Map<String, String> before, Map<String, String> after) {
        var names = new LinkedHashMap<>(before);
        names.putAll(after);
        var all = new ArrayList<Difference>();
        for (var name : names.keySet()) {
            if (!Objects.equals(before.get(name), after.get(name))) {
                all.add(new Difference(name, before.get(name), after.get(name)));
            }
        }
        return all;
    }

    private static Map<String, String> facts(Booking booking) {
        var facts = new LinkedHashMap<String, String>();
        facts.put("status", booking.status().word());
        facts.put("clientId", booking.clientId().toString());
        facts.put("clinicId", booking.session().clinicId().toString());
        for (var part : booking.parts()) {
            addFacts(facts, part.number() == 1 ? "" : "further[" + (part.number() - 2) + "].", part);
        }
        facts.put("price.cents", String.valueOf(booking.price().cents()));
        facts.put("price.currency", booking.price().currency());
        if (booking.moveFees().cents() > 0) {
            facts.put("moveFees.cents", String.valueOf(booking.moveFees().cents()));
        }
        for (int i = 0; i < booking.redemptions().size(); i++) {
            var redemption = booking.redemptions().get(i);
            facts.put("vouchers[" + i + "].id", redemption.voucherId().toString());
            facts.put(
                    "vouchers[" + i + "].cents",
                    String.valueOf(redemption.amount().cents()));
            if (!redemption.pays()) facts.put("vouchers[" + i + "].givenBack", "yes");
        }
        // That there is one, not what it says.
        if (booking.note() != null) facts.put("note", "written");
        switch (booking.status()) {
            case Held held -> {
                facts.put("holdExpiresAt", held.expiresAt().toString());
                if (held.offeredTo() != null)
                    facts.put("offeredTo", held.offeredTo().toString());
            }
            case Cancelled cancelled ->
                facts.put("fee.cents", String.valueOf(cancelled.fee().cents()));
            case Missed missed ->
                facts.put("fee.cents", String.valueOf(missed.fee().cents()));
            default -> {}
        }
        return facts;
    }

    private static void addFacts(Map<String, String> facts, String prefix, Part part) {
        var session = part.session();
        facts.put(prefix + "therapistId", session.therapistId().toString());
        facts.put(prefix + "roomId", session.roomId().toString());
        for (int i = 0; i < session.equipmentIds().size(); i++) {
            facts.put(
                    prefix + "equipmentIds[" + i + "]",
                    session.equipmentIds().get(i).toString());
        }
        facts.put(prefix + "treatment", session.treatment().toString());
        facts.put(prefix + "start", session.slot().start().toString());
        facts.put(prefix + "end", session.slot().end().toString());
        if (part.number() == 1) return;
        facts.put(prefix + "clientId", part.clientId().toString());
        facts.put(prefix + "price.cents", String.valueOf(part.price().cents()));
    }
}
