package io.rhomboid.booking.availability.web;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

import org.jspecify.annotations.Nullable;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.booking.availability.Around;
import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.FreeSlots.Found;
import io.rhomboid.booking.availability.web.AvailabilityController.FreeOfferView;
import io.rhomboid.booking.availability.web.AvailabilityController.SlotView;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * Writes what was found as the JSON of an {@code AvailabilityView} or a {@code StartsView}.
 *
 * <p>A month of slots says the same about therapist, clinic and price hundreds of times. Jackson writes it once for
 * each; from there on only the times are new.
 */
final class SlotText {

    private static final byte[] OPENED_START = utf8("{\"start\":\"");

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
                distanceKm(around, clinic));
    }

    /** As the crow flies, to a hundred metres; null from nowhere. */
    static @Nullable Double distanceKm(@Nullable Around around, Clinic clinic) {
        return around == null ? null : Math.round(around.kmTo(clinic.coordinates()) * 10) / 10.0;
    }

    /** An {@code AvailabilityView}. */
    byte[] slots(String from, String to, Found found, @Nullable Around around, Catalogue catalogue) {
        var out = opened(from, to);
        out.add(",\"slots\":[");
        var wheres = new Wheres(around, catalogue);
        for (int i = 0; i < found.slots().size(); i++) {
            var slot = found.slots().get(i);
            var where = wheres.of(slot);
            if (i > 0) out.add(',');
            var text = where.slotText();
            out.add(text.beforeStart);
            where.clock.write(out, slot.start());
            out.add(text.beforeEnd);
            where.clock.write(out, slot.end());
            out.add(text.afterEnd);
        }
        return closed(out, found.truncated());
    }

    /** A {@code StartsView}. */
    byte[] starts(
            String from, String to, int durationMinutes, Found found, @Nullable Around around, Catalogue catalogue) {
        var times = new Bytes();
        var wheres = new Wheres(around, catalogue);
        for (int i = 0; i < found.slots().size(); i++) {
            var slot = found.slots().get(i);
            var where = wheres.of(slot);
            if (i > 0) times.add(',');
            times.add(OPENED_START);
            where.clock.write(times, slot.start());
            times.add(where.closedStart);
        }
        var out = opened(from, to);
        out.add(",\"durationMinutes\":" + durationMinutes + ",\"offers\":");
        out.add(json.writeValueAsBytes(wheres.offers));
        out.add(",\"starts\":[");
        out.add(times.all());
        return closed(out, found.truncated());
    }

    private static Bytes opened(String from, String to) {
        var out = new Bytes();
        // Times and dates: nothing in them has to be escaped.
        out.add("{\"from\":\"" + from + "\",\"to\":\"" + to + "\"");
        return out;
    }

    private static byte[] closed(Bytes out, boolean truncated) {
        out.add("],\"truncated\":" + truncated + "}");
        return out.all();
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    /** Grows; for one thread, unlike what the JDK has. */
    private static final class Bytes {

        private byte[] bytes = new byte[4_096];
        private int size;

        void add(char ascii) {
            makeRoomFor(1);
            bytes[size++] = (byte) ascii;
        }

        void add(byte[] more) {
            makeRoomFor(more.length);
            System.arraycopy(more, 0, bytes, size, more.length);
            size += more.length;
        }

        void add(String text) {
            add(utf8(text));
        }

        /** As two digits. */
        void addTwo(int number) {
            makeRoomFor(2);
            bytes[size++] = (byte) ('0' + number / 10);
            bytes[size++] = (byte) ('0' + number % 10);
        }

        private void makeRoomFor(int more) {
            if (size + more > bytes.length) bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more));
        }

        byte[] all() {
            return Arrays.copyOf(bytes, size);
        }
    }

    /** Everybody who has come up so far, in that order. */
    private final class Wheres {

        private record Key(TherapistId therapist, ClinicId clinic) {}

        private final @Nullable Around around;
        private final Catalogue catalogue;
        private final Map<Key, Where> known = new HashMap<>();
        private final List<FreeOfferView> offers = new ArrayList<>();
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
            offers.add(new FreeOfferView(
                    view.therapistId(),
                    view.therapistName(),
                    view.clinicId(),
                    view.clinicName(),
                    view.zone(),
                    view.price(),
                    view.distanceKm()));
            return new Where(offers.size() - 1, view);
        }
    }

    /** A therapist at a clinic: what is said around the times of their slots. */
    private final class Where {

        private final byte[] closedStart;
        private final WallClock clock;
        private final SlotView slot;
        private @Nullable AroundTimes text;

        /** @param slot one of them */
        Where(int number, SlotView slot) {
            closedStart = utf8("\",\"offer\":" + number + "}");
            clock = new WallClock(slot.zone());
            this.slot = slot;
        }

        /** Of whole slots; who asks for starts does without. */
        AroundTimes slotText() {
            var known = text;
            return known == null ? text = new AroundTimes(json.writeValueAsString(slot)) : known;
        }
    }

    private static final class AroundTimes {

        private static final String START = "\"start\":\"";
        private static final String END = "\"end\":\"";

        private final byte[] beforeStart;
        private final byte[] beforeEnd;
        private final byte[] afterEnd;

        /** @param slot one, whole. Names can't be taken for the words searched for: their quotes are escaped. */
        AroundTimes(String slot) {
            int start = slot.indexOf(START) + START.length();
            int afterStart = slot.indexOf('"', start);
            int end = slot.indexOf(END, afterStart) + END.length();
            beforeStart = utf8(slot.substring(0, start));
            beforeEnd = utf8(slot.substring(afterStart, end));
            afterEnd = utf8(slot.substring(slot.indexOf('"', end)));
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

        void write(Bytes out, Instant time) {
            long second = time.getEpochSecond();
            if (second < since || second >= until) lookUp(time);
            long local = second + offset;
            if (Math.floorDiv(local, 86_400L) != day) {
                day = Math.floorDiv(local, 86_400L);
                dayText = utf8(LocalDate.ofEpochDay(day) + "T");
            }
            int minute = (int) Math.floorMod(local, 86_400L) / 60;
            out.add(dayText);
            out.addTwo(minute / 60);
            out.add(':');
            out.addTwo(minute % 60);
            out.add(offsetText);
        }

        private void lookUp(Instant time) {
            var rules = zone.getRules();
            var change = rules.nextTransition(time);
            since = time.getEpochSecond();
            until = change == null ? Long.MAX_VALUE : change.getInstant().getEpochSecond();
            offset = rules.getOffset(time).getTotalSeconds();
            offsetText = utf8(":00" + rules.getOffset(time).getId());
        }
    }
}
