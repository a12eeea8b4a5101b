package io.rhomboid.booking.screening;

import java.time.LocalDate;

/**
 * That a doctor agreed, as the client states it.
 *
 * @param doctor who, in the client's words
 * @param on when
 */
public record DoctorsWord(String doctor, LocalDate on) {

    /** What somebody says about their body is never written by accident. */
    @Override
    public String toString() {
        return "DoctorsWord[…]";
    }
}
