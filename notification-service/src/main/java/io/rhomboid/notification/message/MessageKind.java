package io.rhomboid.notification.message;

import java.util.Locale;

/** The messages there are; each has its script in every language. */
public enum MessageKind {
    CONFIRMATION(Weight.OWED),
    CHANGE(Weight.OWED),
    CANCELLATION(Weight.OWED),
    SERIES(Weight.OWED),
    SERIES_CANCELLATION(Weight.OWED),
    LICENCE(Weight.OWED),
    OFFER(Weight.OWED),
    INVITATION(Weight.OWED),
    GIFT_CARD(Weight.OWED),
    /** By which somebody proves that an address is theirs. */
    ADDRESS_CODE(Weight.OWED),
    /** To a clinic's admins: one of its other systems is told nothing any more. */
    WEBHOOK_DISABLED(Weight.OWED),
    /** By which who has no account proves whose intake it is. */
    INTAKE_CODE(Weight.OWED),
    /** To a clinic: somebody reads for an hour what they otherwise may not. */
    GLASS_BROKEN(Weight.OWED),
    /** To somebody of whom nothing is left; the last thing they hear. */
    FAREWELL(Weight.OWED),
    /** A hold ends in a moment. */
    HOLD_LAPSING(Weight.PRESSING),
    /** The session is soon. */
    REMINDER(Weight.KIND),
    /** How to get there and what to bring, on the day. */
    ARRIVAL(Weight.KIND),
    /** What the therapist asks about the client's health is still to be answered. */
    INTAKE_DUE(Weight.KIND),
    /** Thanks, and would you say how it was? */
    THANKS(Weight.KIND),
    /** The plan goes on and nothing is booked. */
    PLAN_NUDGE(Weight.KIND),
    /** All that a therapist has on one day at one clinic. */
    DAY_SHEET(Weight.PRESSING),
    /** To staff: somebody else has booked, moved or cancelled. */
    ALERT(Weight.PRESSING);

    private enum Weight {
        /** Part of what was agreed: always told, at once. */
        OWED,
        /** Worth nothing later: told at once to who wants it. */
        PRESSING,
        /** To who wants it, and not in their quiet hours. */
        KIND
    }

    private final Weight weight;

    MessageKind(Weight weight) {
        this.weight = weight;
    }

    /** Whether people can do without: they may unsubscribe. */
    public boolean isOptional() {
        return weight != Weight.OWED;
    }

    /** Whether it waits for the end of quiet hours. */
    public boolean isPatient() {
        return weight == Weight.KIND;
    }

    /** Whether it is staff who read it. */
    public boolean isForStaff() {
        return switch (this) {
            case DAY_SHEET, ALERT, LICENCE, WEBHOOK_DISABLED, GLASS_BROKEN -> true;
            default -> false;
        };
    }

    /** As files and keys call it, for example {@code confirmation}. */
    public String key() {
        return name().toLowerCase(Locale.ROOT).replace('_', '-');
    }
}
