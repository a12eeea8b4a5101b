package io.rhomboid.booking.waitlist;

import java.time.LocalDate;
import java.util.List;

import io.rhomboid.booking.availability.FreeSlot;

/** What the waitlist says. */
public sealed interface WaitlistAnswer {

    /** The entry as it is now; also to a repeat of the request that made it so. */
    record Done(Entry entry) implements WaitlistAnswer {}

    record No(Why why) implements WaitlistAnswer {}

    /** Nobody need wait: these can be booked now. */
    record FreeNow(List<FreeSlot> slots) implements WaitlistAnswer {}

    /** The treatment is not given so long there. */
    record WrongLength(List<Integer> allowedMinutes) implements WaitlistAnswer {}

    /** Their days must lie from the one to the other. */
    record WrongDates(LocalDate first, LocalDate last) implements WaitlistAnswer {}

    record TooMany(int most) implements WaitlistAnswer {}

    /** The entry is no longer as the caller has seen it. */
    record VersionChanged(long current) implements WaitlistAnswer {}

    enum Why {
        UNKNOWN_ENTRY,
        UNKNOWN_CLINIC,
        UNKNOWN_TREATMENT,
        UNKNOWN_THERAPIST,
        /** Not by this therapist, or not by anybody at this clinic. */
        NOT_OFFERED,
        /** Nothing is offered to them at the moment. */
        NO_OFFER,
        /** The offered slot is the next one's. */
        OFFER_OVER,
        /** They have what they waited for, or have left. */
        NOT_WAITING,
        /** They have not said whether anything speaks against it. */
        NOT_SCREENED,
        /** All that was known of them was erased; nothing can be sealed for them. */
        CLIENT_FORGOTTEN,
        /** The same key came with another request before. */
        KEY_REUSED,
        /** This instance has not yet heard of clinics and therapists. */
        CATALOGUE_UNKNOWN
    }
}
