package io.rhomboid.therapist.search;

import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;

/**
 * One page of what a search found.
 *
 * @param total how many fit, on all pages
 * @param next the cursor of the next page; null on the last
 */
public record Found(
        List<Hit> hits, int total, Facets facets, @Nullable String next) {

    public Found {
        hits = List.copyOf(hits);
    }

    /**
     * @param therapist all but the hours
     * @param distanceKm to the nearest fitting clinic; only if there is one and the search names a place
     * @param nearest that clinic
     * @param cheapest fitting offer; null if there is none
     */
    public record Hit(
            TherapistId id,
            Therapist therapist,
            @Nullable Rating rating,
            @Nullable Double distanceKm,
            @Nullable ClinicId nearest,
            @Nullable Offer cheapest) {}
}
