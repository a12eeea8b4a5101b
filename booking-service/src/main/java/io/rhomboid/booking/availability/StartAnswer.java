package io.rhomboid.booking.availability;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.SortedMap;

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
     * @param policy the clinic's, with the buffers to be claimed
     * @param rooms every suitable one, those that seem free first; at least one seems free
     * @param equipment for each kind that is needed, every piece, those that seem free first
     */
    record Fits(
            Instant end,
            ZoneId zone,
            ClinicPolicy policy,
            Money price,
            List<RoomId> rooms,
            SortedMap<EquipmentKind, List<EquipmentId>> equipment)
            implements StartAnswer {}

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

    /** @param earliest the first moment that would be soon enough */
    record TooShortNotice(Instant earliest) implements DoesNotFit {}

    /** @param lastDay the last one that can be booked, on the clinic's calendar */
    record BeyondHorizon(LocalDate lastDay) implements DoesNotFit {}

    /**
     * @param before the nearest start on the grid before the one asked for, free or not
     * @param after the nearest one after it
     */
    record OffGrid(Instant before, Instant after) implements DoesNotFit {}

    /** Not all of the session lies in the therapist's hours at that clinic. */
    record OutsideHours() implements DoesNotFit {}

    record TimeOff() implements DoesNotFit {}

    /** No verified licence for the clinic's jurisdiction covers the date. */
    record NoLicence() implements DoesNotFit {}

    /** The therapist is taken, or the buffers around the session would touch another one. */
    record Busy() implements DoesNotFit {}

    /** No room that suits the treatment is free throughout. */
    record NoRoom() implements DoesNotFit {}

    /** @param kind the first that no piece is free of throughout */
    record NoEquipment(EquipmentKind kind) implements DoesNotFit {}
}
