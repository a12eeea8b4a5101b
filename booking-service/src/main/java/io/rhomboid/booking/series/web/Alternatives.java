package io.rhomboid.booking.series.web;

import java.time.OffsetDateTime;
import java.util.List;

import io.rhomboid.booking.availability.Catalogue;
import io.rhomboid.booking.series.Proposal.Alternative;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;

/** What could be had instead of a visit, the best first. */
final class Alternatives {

    private Alternatives() {}

    /** @param start in the clinic's zone, as {@code end} */
    record AlternativeView(
            Alternative.Kind kind,
            TherapistId therapistId,
            String therapistName,
            ClinicId clinicId,
            OffsetDateTime start,
            OffsetDateTime end,
            Money price) {}

    static List<AlternativeView> of(List<Alternative> alternatives, Catalogue catalogue) {
        return alternatives.stream()
                .map(alternative -> {
                    var slot = alternative.slot();
                    var zone = catalogue.clinic(slot.clinicId()).orElseThrow().zone();
                    return new AlternativeView(
                            alternative.kind(),
                            slot.therapistId(),
                            catalogue
                                    .therapist(slot.therapistId())
                                    .orElseThrow()
                                    .name(),
                            slot.clinicId(),
                            slot.start().atZone(zone).toOffsetDateTime(),
                            slot.end().atZone(zone).toOffsetDateTime(),
                            slot.price());
                })
                .toList();
    }
}
