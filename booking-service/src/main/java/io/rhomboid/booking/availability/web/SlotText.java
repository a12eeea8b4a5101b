package io.rhomboid.booking.availability.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.availability.Around;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.FreeSlots.Found;
import io.rhomboid.booking.availability.web.AvailabilityController.OfferView;
import io.rhomboid.booking.availability.web.AvailabilityController.SlotView;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * Writes what was found as the JSON of an {@code AvailabilityView} or a {@code StartsView}.
 *
 * <p>A month of slots says the same about therapist, clinic and price hundreds of times. Jackson writes it once for
 * each; from there on only the times are new.
 */
final class SlotText {

    private final JsonMapper json;

    SlotText(JsonMapper json) {
        this.json = json;
    }

    static SlotView view(FreeSlot slot, @Nullable Around around, Catalogue catalogue) {
        var clinic = catalogue.clinic(slot.clinicId()).orElseThrow();
        var therapist = catalogue.therapist(slot.therapistId()).orElseThrow();
        var zone = clinic.zone();
        return new SlotView(
                slot.therapistId(),
                therapist.name(),
                slot.clinicId(),
                clinic.name(),
                zone,
                slot.start().atZone(zone).toOffsetDateTime(),
                slot.end().atZone(zone).toOffsetDateTime(),
                slot.price(),
                around == null ? null : Math.round(around.kmTo(clinic.coordinates()) * 10) / 10.0);
    }

    /** An {@code AvailabilityView}. */
    byte[] slots(String from, String to, Found found, @Nullable Around around, Catalogue catalogue) {
        var out = opened(from, to);
        write(out, ",\"slots\":[");
        var wheres = new Wheres(around, catalogue);
        for (int i = 0; i < found.slots().size(); i++) {
            var slot = found.slots().get(i);
            var where = wheres.of(slot);
            if (i > 0) out.write(',');
            out.writeBytes(where.beforeStart);
            where.clock.write(out, slot.start());
            out.writeBytes(where.beforeEnd);
            where.clock.write(out, slot.end());
            out.writeBytes(where.afterEnd);
        }
        return closed(out, found.truncated());
    }

    /** A {@code StartsView}. */
    byte[] starts(
            String from, String to, int durationMinutes, Found found, @Nullable Around around, Catalogue catalogue) {
        var times = new ByteArrayOutputStream(32 * found.slots().size() + 16);
        var wheres = new Wheres(around, catalogue);
        for (int i = 0; i < found.slots().size(); i++) {
            var slot = found.slots().get(i);
            var where = wheres.of(slot);
            write(times, i > 0 ? ",{\"start\":\"" : "{\"start\":\"");
            where.clock.write(times, slot.start());
            write(times, "\",\"offer\":" + where.number + "}");
        }
        var out = opened(from, to);
        write(out, ",\"durationMinutes\":" + durationMinutes + ",\"offers\":");
        out.writeBytes(json.writeValueAsBytes(wheres.offers));
        write(out, ",\"starts\":[");
        out.writeBytes(times.toByteArray());
        return closed(out, found.truncated());
    }

    private ByteArrayOutputStream opened(String from, String to) {
        var out = new ByteArrayOutputStream(4_096);
        write(out, "{\"from\":" + json.writeValueAsString(from) + ",\"to\":" + json.writeValueAsString(to));
        return out;
    }

    private static byte[] closed(ByteArrayOutputStream out, boolean truncated) {
        write(out, "],\"truncated\":" + truncated + "}");
        return out.toByteArray();
    }

    private static void write(ByteArrayOutputStream out, String text) {
        out.writeBytes(text.getBytes(StandardCharsets.UTF_8));
    }

    /** Everybody who has come up so far, in that order. */
    private final class Wheres {

        private record Key(TherapistId therapist, ClinicId clinic) {}

        private final @Nullable Around around;
        private final Catalogue catalogue;
        private final Map<Key, Where> known = new HashMap<>();
        private final List<OfferView> offers = new ArrayList<>();
        private @Nullable Key lastKey;
        private @Nullable Where last;

        Wheres(@Nullable Around around, Catalogue catalogue) {
            this.around = around;
            this.catalogue = catalogue;
        }

        Where of(FreeSlot slot) {
            var former = lastKey;
            if (last != null
                    && former != null
                    && former.therapist.equals(slot.therapistId())
                    && former.clinic.equals(slot.clinicId())) return last;
            lastKey = new Key(slot.therapistId(), slot.clinicId());
            return last = known.computeIfAbsent(lastKey, _ -> added(slot));
        }

        private Where added(FreeSlot slot) {
            var view = view(slot, around, catalogue);
            offers.add(new OfferView(
                    view.therapistId(),
                    view.therapistName(),
                    view.clinicId(),
                    view.clinicName(),
                    view.zone(),
                    view.price(),
                    view.distanceKm()));
            return new Where(offers.size() - 1, json.writeValueAsString(view), view.zone());
        }
    }

    /** A therapist at a clinic: what a slot says around its times. */
    private static final class Where {

        private static final String START = "\"start\":\"";
        private static final String END = "\"end\":\"";

        private final int number;
        private final byte[] beforeStart;
        private final byte[] beforeEnd;
        private final byte[] afterEnd;
        private final WallClock clock;

        /** @param slot one of them, whole. Names can't be taken for the words searched for: their quotes are escaped. */
        Where(int number, String slot, ZoneId zone) {
            this.number = number;
            int start = slot.indexOf(START) + START.length();
            int afterStart = slot.indexOf('"', start);
            int end = slot.indexOf(END, afterStart) + END.length();
            beforeStart = slot.substring(0, start).getBytes(StandardCharsets.UTF_8);
            beforeEnd = slot.substring(afterStart, end).getBytes(StandardCharsets.UTF_8);
            afterEnd = slot.substring(slot.indexOf('"', end)).getBytes(StandardCharsets.UTF_8);
            clock = new WallClock(zone);
        }
    }

    /** Writes times as {@link OffsetDateTime} does, to the minute; looks at date and offset only when they change. */
    private static final class WallClock {

        private final ZoneId zone;
        private long since = Long.MAX_VALUE;
        private long until = Long.MIN_VALUE;
        private int offset;
        private byte[] offsetText = new byte[0];
        private long day = Long.MIN_VALUE;
        private byte[] dayText = new byte[0];

        WallClock(ZoneId zone) {
            this.zone = zone;
        }

        void write(ByteArrayOutputStream out, Instant time) {
            long second = time.getEpochSecond();
            if (second < since || second >= until) lookUp(time);
            long local = second + offset;
            if (Math.floorDiv(local, 86_400L) != day) {
                day = Math.floorDiv(local, 86_400L);
                dayText = (LocalDate.ofEpochDay(day) + "T").getBytes(StandardCharsets.US_ASCII);
            }
            int minute = (int) Math.floorMod(local, 86_400L) / 60;
            out.writeBytes(dayText);
            write(out, minute / 60);
            out.write(':');
            write(out, minute % 60);
            out.writeBytes(offsetText);
        }

        private static void write(ByteArrayOutputStream out, int number) {
            out.write('0' + number / 10);
            out.write('0' + number % 10);
        }

        private void lookUp(Instant time) {
            var rules = zone.getRules();
            var change = rules.nextTransition(time);
            since = time.getEpochSecond();
            until = change == null ? Long.MAX_VALUE : change.getInstant().getEpochSecond();
            offset = rules.getOffset(time).getTotalSeconds();
            offsetText = (":00" + rules.getOffset(time).getId()).getBytes(StandardCharsets.US_ASCII);
        }
    }
}
