package io.rhomboid.booking.reservation;

import java.util.List;

import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;

/** What the desk says. */
public sealed interface Answer {

    /** The booking as it is now; also to a repeat of the request that made it so. */
    record Done(Booking booking) implements Answer {}

    record No(Refusal reason) implements Answer {}

    /** No such session can start then, whoever is first. */
    record NotBookable(DoesNotFit why, List<FreeSlot> alternatives) implements Answer {}

    /** Somebody else was faster. */
    record SlotTaken(List<FreeSlot> alternatives) implements Answer {}

    /** The client already has a session at that time. */
    record ClientBusy() implements Answer {}

    /** The client holds as much as anybody may; one of these has to be let go, or to lapse. */
    record TooManyHolds(List<Booking> holds) implements Answer {}

    /** The booking is no longer as the caller has seen it. */
    record VersionChanged(long current) implements Answer {}

    /** The same key came with another request before. */
    record KeyReused() implements Answer {}

    /** The index is missing that keeps two from having the same hour; nothing is booked until it is back. */
    record Unguarded() implements Answer {}

    /** This instance has not yet heard of clinics and therapists. */
    record CatalogueUnknown() implements Answer {}
}
