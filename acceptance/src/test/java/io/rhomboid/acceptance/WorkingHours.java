package io.rhomboid.acceptance;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

import tools.jackson.databind.JsonNode;

/**
 * When somebody works, as one would work it out with a pencil from what {@code GET /therapists/{id}} and its time
 * off say. Knows nothing
 * of bookings, rooms and notice.
 */
final class WorkingHours {

    private WorkingHours() {}

    static boolean offers(JsonNode therapist, String clinicId, String treatment, int minutes) {
        return therapist.get("listing").asString().equals("LISTED")
                && therapist
                        .get("offers")
                        .valueStream()
                        .anyMatch(offer -> offer.get("clinicId").asString().equals(clinicId)
                                && offer.get("treatment").asString().equals(treatment)
                                && offer.get("lengthMinutes").asInt() == minutes);
    }

    /** Every start on the clinic's grid at which a whole session lies within the hours of a day. */
    static List<OffsetDateTime> starts(
            JsonNode therapist, List<JsonNode> timeOff, JsonNode clinic, int minutes, LocalDate from, int days) {
        var zone = ZoneId.of(clinic.get("zone").asString());
        int grid = clinic.at("/policy/startGridMinutes").asInt();
        var all = new ArrayList<OffsetDateTime>();
        for (var day = from; day.isBefore(from.plusDays(days)); day = day.plusDays(1)) {
            if (!licensed(therapist, clinic, day) || closed(clinic, day)) continue;
            for (var hours : hours(therapist, clinic.get("id").asString(), day)) {
                var opens = day.atTime(LocalTime.parse(hours.get("from").asString()));
                var closes = day.atTime(LocalTime.parse(hours.get("to").asString()));
                for (var time = day.atStartOfDay(); time.isBefore(closes); time = time.plusMinutes(grid)) {
                    if (time.isBefore(opens) || time.plusMinutes(minutes).isAfter(closes)) continue;
                    if (!doorIsOpen(clinic, time, time.plusMinutes(minutes))) continue;
                    var start = time.atZone(zone).toOffsetDateTime();
                    if (!away(timeOff, start.toInstant(), start.toInstant().plus(Duration.ofMinutes(minutes)))) {
                        all.add(start);
                    }
                }
            }
        }
        return all;
    }

    private static boolean closed(JsonNode clinic, LocalDate day) {
        return clinic.get("closures")
                .valueStream()
                .anyMatch(closure -> !day.isBefore(
                                LocalDate.parse(closure.get("from").asString()))
                        && !day.isAfter(LocalDate.parse(closure.get("until").asString())));
    }

    /** Within one stretch of that day's opening hours; the demo has none that touch. */
    private static boolean doorIsOpen(JsonNode clinic, LocalDateTime from, LocalDateTime to) {
        var hours = clinic.get("openingHours");
        return hours.isEmpty()
                || hours.valueStream()
                        .filter(opening -> opening.get("day")
                                .asString()
                                .equals(from.getDayOfWeek().name()))
                        .map(opening -> opening.get("hours"))
                        .anyMatch(open -> !from.toLocalTime()
                                        .isBefore(
                                                LocalTime.parse(open.get("from").asString()))
                                && !to.toLocalTime()
                                        .isAfter(LocalTime.parse(open.get("to").asString())));
    }

    private static List<JsonNode> hours(JsonNode therapist, String clinicId, LocalDate day) {
        var others = at(therapist.at("/rota/overrides"), clinicId)
                .filter(override -> override.get("date").asString().equals(day.toString()))
                .toList();
        if (!others.isEmpty()) {
            return others.stream()
                    .flatMap(override -> override.get("hours").valueStream())
                    .toList();
        }
        return at(therapist.at("/rota/weekly"), clinicId)
                .filter(weekly ->
                        weekly.get("day").asString().equals(day.getDayOfWeek().name()))
                .map(weekly -> weekly.get("hours"))
                .toList();
    }

    private static Stream<JsonNode> at(JsonNode entries, String clinicId) {
        return entries.valueStream()
                .filter(entry -> entry.get("clinicId").asString().equals(clinicId));
    }

    private static boolean away(List<JsonNode> timeOff, Instant start, Instant end) {
        return timeOff.stream()
                .anyMatch(
                        absence -> instant(absence, "start").isBefore(end) && start.isBefore(instant(absence, "end")));
    }

    private static boolean licensed(JsonNode therapist, JsonNode clinic, LocalDate day) {
        return therapist
                .get("licences")
                .valueStream()
                .anyMatch(licence -> licence.get("status").asString().equals("VERIFIED")
                        && licence.get("jurisdiction").equals(clinic.get("jurisdiction"))
                        && !day.isBefore(
                                LocalDate.parse(licence.get("validFrom").asString()))
                        && !day.isAfter(
                                LocalDate.parse(licence.get("validUntil").asString())));
    }

    private static Instant instant(JsonNode node, String name) {
        return OffsetDateTime.parse(node.get(name).asString()).toInstant();
    }
}
