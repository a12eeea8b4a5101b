package io.rhomboid.demo;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.List;
import java.util.Map;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;
import tools.jackson.databind.node.ObjectNode;

/**
 * One clinic and who works there, as its file says.
 *
 * <p>Shorter than the API: prices are {@code {treatment: {minutes: cents}}} in the clinic's currency, hours are
 * {@code "09:00-13:00"}, what is included is said once for
 * each treatment, and a day may be relative to the day of loading, {@code "+20d"}, so that the demo's licence
 * is about to expire whenever you look at it.
 *
 * @param clinic as the API wants it, without the two that follow
 * @param telling how the clinic tells people, where it has said something
 * @param visits that have taken place
 * @param vouchers as the API wants them, but without the clinic, and whose sessions they are by {@code therapist}'s name
 */
record DemoFile(
        ObjectNode clinic,
        List<DemoHours> open,
        List<DemoClosure> closed,
        List<DemoTherapist> therapists,
        @Nullable List<DemoVisit> visits,
        @Nullable List<ObjectNode> vouchers,
        @Nullable List<DemoMember> staff,
        @Nullable DemoTelling telling) {

    DemoFile {
        visits = visits == null ? List.of() : List.copyOf(visits);
        vouchers = vouchers == null ? List.of() : List.copyOf(vouchers);
        staff = staff == null ? List.of() : List.copyOf(staff);
    }

    static final List<String> NAMES = List.of("berlin", "raleigh", "auckland");

    record DemoTherapist(
            String name,
            String gender,
            List<String> languages,
            String about,
            int practisingSince,
            Map<String, Integer> specializations,
            DemoLicence licence,
            Map<String, Map<Integer, Long>> prices,
            List<DemoHours> weekly,
            @Nullable List<DemoDay> overrides,
            @Nullable List<DemoAbsence> timeOff,
            @Nullable List<String> bodies,
            @Nullable Map<String, List<String>> included,
            @Nullable List<DemoPackage> packages) {

        DemoTherapist {
            overrides = overrides == null ? List.of() : List.copyOf(overrides);
            timeOff = timeOff == null ? List.of() : List.copyOf(timeOff);
            bodies = bodies == null ? List.of() : List.copyOf(bodies);
            included = included == null ? Map.of() : Map.copyOf(included);
            packages = packages == null ? List.of() : List.copyOf(packages);
        }
    }

    /**
     * One of the sign-in's demo people, who belongs to the clinic.
     *
     * @param treatsAs the name of the therapist that they are
     */
    record DemoMember(
            String name,
            String mail,
            List<String> roles,
            @Nullable String treatsAs) {

        /** The {@code sub} of their tokens, as the local sign-in and the realm have it. */
        String person() {
            return UUID.nameUUIDFromBytes(("rhomboid-demo:" + mail).getBytes(StandardCharsets.UTF_8))
                    .toString();
        }
    }

    /**
     * A session that took place on the last such day before today.
     *
     * @param review what the client says of it, as the API wants it, but without the booking
     * @param answer what the therapist says to that
     * @param report why the review should not be seen, as the API wants it; it waits for a moderator then
     */
    record DemoVisit(
            String therapist,
            String treatment,
            int lengthMinutes,
            DayOfWeek day,
            LocalTime at,
            ObjectNode client,
            @Nullable ObjectNode review,
            @Nullable ObjectNode answer,
            @Nullable ObjectNode report) {

        /** On a clock in that zone. */
        String start(LocalDate today, ZoneId zone) {
            return today.with(TemporalAdjusters.previous(day))
                    .atTime(at)
                    .atZone(zone)
                    .toOffsetDateTime()
                    .toString();
        }
    }

    /**
     * @param wishes as the API wants them
     * @param webhook like that
     */
    record DemoTelling(ObjectNode wishes, ObjectNode webhook, List<DemoScript> scripts) {}

    /** @param lines of a message in the clinic's own words */
    record DemoScript(String kind, String language, List<String> lines) {}

    record DemoLicence(String number, String authority, String validFrom, String validUntil) {}

    record DemoPackage(String name, String treatment, int lengthMinutes, int sessions, int payFor, int validDays) {}

    /** @param until the last day */
    record DemoClosure(String from, String until, String reason) {}

    record DemoHours(List<String> days, List<String> hours) {}

    /** Other hours on one day. */
    record DemoDay(String date, List<String> hours) {}

    /** @param to the first day back */
    record DemoAbsence(String from, String to) {}

    static DemoFile read(String name, JsonMapper json) {
        try (var in = DemoFile.class.getResourceAsStream("/demo/" + name + ".json")) {
            if (in == null) throw new IllegalStateException("/demo/" + name + ".json is missing in the jar");
            return json.readValue(in, DemoFile.class);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    ZoneId zone() {
        return ZoneId.of(clinic.get("zone").asString());
    }

    /** The day that {@code 2026-04-01} or {@code +20d} means. */
    static LocalDate day(String text, LocalDate today) {
        if (!text.endsWith("d")) return LocalDate.parse(text);
        return today.plusDays(Integer.parseInt(text.substring(0, text.length() - 1)));
    }
}
