package io.rhomboid.booking.availability;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Set;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.block.BlockedTime;
import io.rhomboid.contracts.booking.BookingSnapshot;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * What one booking or block takes, and when.
 *
 * @param from with the buffer before
 * @param to with the buffer after; a cell that is touched is taken
 * @param day the day of the clinic's calendar that the session begins on; null for what takes time and is no session
 * @param also what the same booking takes beside this, if it is a visit of several sessions
 */
public record Claim(
        Set<TherapistId> therapists,
        Set<RoomId> rooms,
        Set<EquipmentId> equipment,
        Instant from,
        Instant to,
        @Nullable LocalDate day,
        @Nullable Claim also) {

    public Claim {
        therapists = Set.copyOf(therapists);
        rooms = Set.copyOf(rooms);
        equipment = Set.copyOf(equipment);
        if (!from.isBefore(to)) throw new IllegalArgumentException("a claim must end after it starts");
    }

    /** One session. */
    public Claim(
            Set<TherapistId> therapists,
            Set<RoomId> rooms,
            Set<EquipmentId> equipment,
            Instant from,
            Instant to,
            @Nullable LocalDate day) {
        this(therapists, rooms, equipment, from, to, day, null);
    }

    /** What takes time and is no session. */
    public Claim(Set<TherapistId> therapists, Set<RoomId> rooms, Set<EquipmentId> equipment, Instant from, Instant to) {
        this(therapists, rooms, equipment, from, to, null);
    }

    /** What a booking takes while it is held or confirmed. */
    public static Claim of(BookingSnapshot booking) {
        return new Claim(
                Set.of(booking.therapistId()),
                Set.of(booking.roomId()),
                Set.copyOf(booking.equipmentIds()),
                booking.start().minus(Duration.ofMinutes(booking.bufferBeforeMinutes())),
                booking.end().plus(Duration.ofMinutes(booking.bufferAfterMinutes())),
                LocalDate.ofInstant(booking.start(), booking.zone()),
                further(booking));
    }

    private static @Nullable Claim further(BookingSnapshot booking) {
        Claim all = null;
        for (var session : booking.further()) {
            all = new Claim(
                    Set.of(session.therapistId()),
                    Set.of(session.roomId()),
                    Set.copyOf(session.equipmentIds()),
                    session.start().minus(Duration.ofMinutes(session.bufferBeforeMinutes())),
                    session.end().plus(Duration.ofMinutes(session.bufferAfterMinutes())),
                    LocalDate.ofInstant(session.start(), booking.zone()),
                    all);
        }
        return all;
    }

    /** When nothing is taken any more. */
    public Instant until() {
        return also == null || also.until().isBefore(to) ? to : also.until();
    }

    /** What a block takes as long as it stands. */
    public static Claim of(BlockedTime time) {
        return new Claim(
                time.therapistId() == null ? Set.of() : Set.of(time.therapistId()),
                time.roomId() == null ? Set.of() : Set.of(time.roomId()),
                Set.of(),
                time.start(),
                time.end());
    }

    boolean takes(Record resource) {
        return therapists.contains(resource) || rooms.contains(resource) || equipment.contains(resource);
    }

    Iterable<Record> resources() {
        var all = new ArrayList<Record>(therapists.size() + rooms.size() + equipment.size());
        all.addAll(therapists);
        all.addAll(rooms);
        all.addAll(equipment);
        return all;
    }

    long firstCell() {
        return CellSet.cellOf(from);
    }

    long endCell() {
        return CellSet.cellFrom(to);
    }
}
