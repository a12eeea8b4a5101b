package io.rhomboid.contracts.block;

import java.time.Instant;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * Who or what can't be booked, and when. Why is nobody's business.
 *
 * @param therapistId who is away, wherever; null when it is a room
 * @param clinicId whose room it is; null when it is a therapist
 * @param roomId which is closed; null when it is a therapist
 * @param start on five minutes
 * @param end on five minutes
 */
public record BlockedTime(
        Kind kind,
        @Nullable TherapistId therapistId,
        @Nullable ClinicId clinicId,
        @Nullable RoomId roomId,
        Instant start,
        Instant end) {

    public enum Kind {
        TIME_OFF,
        ROOM_CLOSED,
        /** The therapist's own calendar says so. */
        BUSY_ELSEWHERE
    }

    public BlockedTime {
        if (!start.isBefore(end)) throw new IllegalArgumentException("a block must end after it starts");
        boolean room = kind == Kind.ROOM_CLOSED;
        if (room == (therapistId != null) || room != (clinicId != null && roomId != null)) {
            throw new IllegalArgumentException(kind + " is about " + (room ? "a room" : "a therapist"));
        }
    }

    public static BlockedTime timeOff(TherapistId therapist, Instant start, Instant end) {
        return new BlockedTime(Kind.TIME_OFF, therapist, null, null, start, end);
    }

    public static BlockedTime roomClosed(ClinicId clinic, RoomId room, Instant start, Instant end) {
        return new BlockedTime(Kind.ROOM_CLOSED, null, clinic, room, start, end);
    }

    public static BlockedTime busyElsewhere(TherapistId therapist, Instant start, Instant end) {
        return new BlockedTime(Kind.BUSY_ELSEWHERE, therapist, null, null, start, end);
    }

    /** The same from and to other times. */
    public BlockedTime during(Instant start, Instant end) {
        return new BlockedTime(kind, therapistId, clinicId, roomId, start, end);
    }
}
