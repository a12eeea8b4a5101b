package io.rhomboid.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.SortedMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.EquipmentId;
import io.rhomboid.contracts.clinic.EquipmentKind;
import io.rhomboid.contracts.clinic.RoomId;

/** Whether a session can start then, and if not, the first reason why not. */
public sealed interface StartAnswer {

    /**
     * It can.
     *
     * @param zone the clinic's
     * @param policy the clinic's
     * @param bufferBeforeMinutes to be claimed before the start
     * @param bufferAfterMinutes to be claimed after the end
     * @param rooms every suitable one, those that seem free first; at least one seems free
     * @param equipment for each kind that is needed, every piece, those that seem free first
     * @param day the therapist's, if only so many sessions may take place on it
     */
    record Fits(
            Instant end,
            ZoneId zone,
            ClinicPolicy policy,
            Money price,
            int bufferBeforeMinutes,
            int bufferAfterMinutes,
            List<RoomId> rooms,
            SortedMap<EquipmentKind, List<EquipmentId>> equipment,
            Optional<CappedDay> day)
            implements StartAnswer {}

    /**
     * A day of the clinic's calendar on which a therapist takes only so many sessions.
     *
     * @param sessions that are known of
     */
    record CappedDay(LocalDate date, int cap, int sessions) {}

    /** It can't. In the order in which they are asked: of several reasons the first is told. */
    sealed interface DoesNotFit extends StartAnswer {}

    record UnknownTherapist() implements DoesNotFit {}

    record UnknownClinic() implements DoesNotFit {}

    record UnknownTreatment() implements DoesNotFit {}

    /** @param allowedMinutes how long the treatment may last */
    record WrongLength(List<Integer> allowedMinutes) implements DoesNotFit {}

    /** @param offeredMinutes how long this therapist does give it there; empty when not at all */
    record NotOffered(List<Integer> offeredMinutes) implements DoesNotFit {}

    record NotListed() implements DoesNotFit {}

    record InThePast() implements DoesNotFit {}

    /**
     * @param earliest the first moment that would be soon enough
     * @param contact the clinic's, if it wants to be asked for sooner
     */
    record TooShortNotice(Instant earliest, Optional<Contact> contact) implements DoesNotFit {}

    /** How to reach a clinic. */
    record Contact(@Nullable String phone, @Nullable String email) {

        /** For example {@code +49 30 5550100 or mitte@rhomboid.example}; empty if there is no way. */
        public String ways() {
            return Stream.of(phone, email).filter(Objects::nonNull).collect(Collectors.joining(" or "));
        }
    }

    /** @param lastDay the last one that can be booked, on the clinic's calendar */
    record BeyondHorizon(LocalDate lastDay) implements DoesNotFit {}

    /**
     * @param before the nearest start on the grid before the one asked for, free or not
     * @param after the nearest one after it
     */
    record OffGrid(Instant before, Instant after) implements DoesNotFit {}

    /** Not all of the session lies in the therapist's hours at that clinic. */
    record OutsideHours() implements DoesNotFit {}

    /** The clinic's door is not open throughout. */
    record OutsideOpeningHours() implements DoesNotFit {}

    /** @param reason of the closure, as clients may read it; null when none is told */
    record Closed(@Nullable String reason) implements DoesNotFit {}

    record TimeOff() implements DoesNotFit {}

    /** No verified licence for the clinic's jurisdiction covers the date. */
    record NoLicence() implements DoesNotFit {}

    /** The therapist is taken for some of the session, if only by the buffer of another one. */
    record Busy() implements DoesNotFit {}

    /** The therapist is free for the session, and taken for some of what must be kept free around it. */
    record InBuffer(int beforeMinutes, int afterMinutes) implements DoesNotFit {}

    /** No room that suits the treatment is free throughout. */
    record NoRoom() implements DoesNotFit {}

    /** @param kind the first that no piece is free of throughout */
    record NoEquipment(EquipmentKind kind) implements DoesNotFit {}

    /** Nobody treats both of a couple at once, or one after the other without the time to make ready between them. */
    record TreatsTheOther() implements DoesNotFit {}

    /** The clinic has no room in which both of a couple could have what they ask for. */
    record NoDoubleRoom() implements DoesNotFit {}

    /** The therapist has as many sessions on that day as they take. */
    record DayFull(CappedDay day) implements DoesNotFit {}

    /** The therapist could begin then, and has rules for how a day is to fill. */
    record Protected() implements DoesNotFit {}

    /** Held back so that the therapist looks busier than they are; nobody outside should be told so. */
    record HeldBack() implements DoesNotFit {}
}
