package io.rhomboid.booking.reservation;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.availability.FreeSlot;
import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.contracts.Money;

/** What the desk says. */
public sealed interface Answer {

    /** The booking as it is now; also to a repeat of the request that made it so. */
    record Done(Booking booking) implements Answer {}

    record No(Refusal reason) implements Answer {}

    /**
     * No such session can start then, whoever is first.
     *
     * @param number which session of the visit speaks against it, from 1
     */
    record NotBookable(DoesNotFit why, List<FreeSlot> alternatives, int number) implements Answer {}

    /** Somebody else was faster. */
    record SlotTaken(List<FreeSlot> alternatives) implements Answer {}

    /** Nobody is free as soon as who walked in wants to begin; with what comes next that day. */
    record NobodyFree(List<FreeSlot> alternatives) implements Answer {}

    /** The client already has a session at that time. */
    record ClientBusy() implements Answer {}

    /** Who comes along already has a session at that time. */
    record CompanionBusy() implements Answer {}

    /** Who comes along is the client: nobody is treated twice at once. */
    record CompanionIsClient() implements Answer {}

    /** The booking has another number of sessions than therapists were named. */
    record WrongNumberOfTherapists(int sessions) implements Answer {}

    /** The booking has no session of that number. */
    record UnknownSession(int sessions) implements Answer {}

    /** The client holds as much as anybody may; one of these has to be let go, or to lapse. */
    record TooManyHolds(List<Booking> holds) implements Answer {}

    /**
     * Nothing was changed: this is what a change would cost at the moment.
     *
     * @param fee nothing when free
     * @param after as it would be
     */
    record Costs(Booking booking, Money fee, Booking after) implements Answer {}

    /** It costs more than the caller has agreed to. */
    record FeeNotAccepted(Money fee) implements Answer {}

    /** The client has to talk to the clinic; by phone, mail, or both. */
    record ContactClinic(@Nullable String phone, @Nullable String email) implements Answer {}

    /** No room of this clinic is called that. */
    record UnknownRoom() implements Answer {}

    /** The room lacks something that the treatment needs. */
    record UnsuitableRoom() implements Answer {}

    /** Somebody else has the room. */
    record RoomTaken() implements Answer {}

    /** The booking is no longer as the caller has seen it. */
    record VersionChanged(long current) implements Answer {}

    /** The same key came with another request before. */
    record KeyReused() implements Answer {}

    /** The index is missing that keeps two from having the same hour; nothing is booked until it is back. */
    record Unguarded() implements Answer {}

    /** This instance has not yet heard of clinics and therapists. */
    record CatalogueUnknown() implements Answer {}
}
