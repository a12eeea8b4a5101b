package io.rhomboid.booking.intake.web;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.intake.Said;
import io.rhomboid.contracts.treatment.Treatment.Pressure;

/**
 * What a client says; what is left out was not answered yet. Codes are those of {@code GET /api/v1/intake-form}.
 *
 * @param handIn whether it is complete and counts from now on; else it is kept as a draft
 * @param consent version of the consent's words; needed to hand it in
 * @param spots where it hurts
 * @param sinceDays for how many days
 * @param history illnesses, operations, accidents; an empty text where there is nothing
 * @param pressure what they like
 * @param avoidAreas not to be touched
 * @param words anything else
 */
record IntakeRequest(
        boolean handIn,
        @Nullable @Size(max = 20) String consent,
        @Nullable @Size(max = 10) Set<@NotNull @Size(max = 40) String> goals,
        @Nullable @Size(max = 40) List<@NotNull @Valid SpotRequest> spots,
        @Nullable @Min(0) @Max(36_500) Integer sinceDays,
        @Nullable @Size(max = 4000) String history,
        @Nullable @Size(max = 4000) String medication,
        @Nullable @Size(max = 4000) String allergies,
        Said.@Nullable Pregnancy pregnancy,
        Pressure.@Nullable Level pressure,
        @Nullable @Size(max = 40) Set<@NotNull @Size(max = 40) String> avoidAreas,
        Said.@Nullable Conversation conversation,
        @Nullable @Size(max = 4000) String words) {

    /** @param pain 0 (nothing) to 10 (the worst) */
    record SpotRequest(
            @NotNull @Size(max = 40) String area,
            Said.@NotNull Side side,
            @Nullable @Size(max = 10) Set<@NotNull @Size(max = 40) String> qualities,
            @NotNull @Min(0) @Max(10) Integer pain) {

        Said.Spot toSpot() {
            return new Said.Spot(area, side, new TreeSet<>(qualities == null ? Set.of() : qualities), pain);
        }
    }

    Said toSaid() {
        return new Said(
                new TreeSet<>(goals == null ? Set.of() : goals),
                spots == null
                        ? List.of()
                        : spots.stream().map(SpotRequest::toSpot).toList(),
                sinceDays,
                history,
                medication,
                allergies,
                pregnancy,
                pressure,
                new TreeSet<>(avoidAreas == null ? Set.of() : avoidAreas),
                conversation,
                words);
    }

    /** What somebody says about their body is never written by accident. */
    @Override
    public String toString() {
        return "IntakeRequest[…]";
    }
}
