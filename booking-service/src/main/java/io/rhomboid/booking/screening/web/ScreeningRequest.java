package io.rhomboid.booking.screening.web;

import java.time.LocalDate;
import java.util.Set;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.screening.Answers;
import io.rhomboid.booking.screening.DoctorsWord;
import io.rhomboid.contracts.treatment.ContraindicationCode;

/**
 * What somebody answers when they book, to the questions of {@code GET /api/v1/screening}.
 *
 * @param has the codes of what holds; an empty list if nothing does
 * @param doctor who agreed to it; needed where the verdict is to ask a doctor first
 */
public record ScreeningRequest(
        @NotNull @Size(max = 100) Set<@NotNull ContraindicationCode> has,
        @Nullable @Valid DoctorRequest doctor) {

    /**
     * @param name who agreed, for example {@code Dr. Adler, my obstetrician}
     * @param on when
     */
    record DoctorRequest(
            @NotNull
            @Size(min = 1, max = 200)
            @Pattern(regexp = "[^\\p{Cntrl}]*\\S[^\\p{Cntrl}]*", message = "must be a name on one line")
            String name,

            @NotNull LocalDate on) {

        /** What somebody says about their body is never written by accident. */
        @Override
        public String toString() {
            return "DoctorRequest[…]";
        }
    }

    Answers toAnswers() {
        return new Answers(has, doctor == null ? null : new DoctorsWord(doctor.name.strip(), doctor.on));
    }

    /** What somebody says about their body is never written by accident. */
    @Override
    public String toString() {
        return "ScreeningRequest[…]";
    }
}
