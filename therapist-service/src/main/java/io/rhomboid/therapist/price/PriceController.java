package io.rhomboid.therapist.price;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Specialization;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.ExpectedVersion;
import io.rhomboid.therapist.http.Answers;
import io.rhomboid.therapist.http.Findings;
import io.rhomboid.therapist.store.Kept;
import io.rhomboid.therapist.store.Records;
import io.rhomboid.therapist.therapist.TherapistView;

/** A therapist's price list over HTTP. */
@RestController
@RequestMapping("/api/v1/therapists/{id}/prices")
class PriceController {

    private static final Answers ANSWERS = new Answers("therapist");
    private static final long HIGHEST_CENTS = 100_000_000;

    private final Records<TherapistId, Therapist> therapists;
    private final Records<ClinicId, Clinic> clinics;
    private final Records<TreatmentCode, Treatment> treatments;

    PriceController(
            Records<TherapistId, Therapist> therapists,
            Records<ClinicId, Clinic> clinics,
            Records<TreatmentCode, Treatment> treatments) {
        this.therapists = therapists;
        this.clinics = clinics;
        this.treatments = treatments;
    }

    record PriceList(@NotNull @Size(max = 500) List<@NotNull @Valid Entry> offers) {}

    record Entry(
            @NotNull ClinicId clinicId,
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes,
            @NotNull @Valid Amount price) {

        Offer toOffer() {
            return new Offer(clinicId, treatment, lengthMinutes, new Money(price.cents, price.currency));
        }
    }

    record Amount(
            @NotNull
            @Min(value = 0, message = "must not be negative")
            @Max(value = HIGHEST_CENTS, message = "must be at most {value}")
            Long cents,

            @NotNull @Size(max = 3) String currency) {}

    /** Replaces the whole price list; 200 with the therapist as they now are. */
    @PutMapping
    @CanRefuse("404 unknown-therapist: there is no such therapist")
    @ApiResponse(
            responseCode = "200",
            description = "The therapist as they now are",
            content = @Content(schema = @Schema(implementation = TherapistView.class)))
    ResponseEntity<?> replace(
            @PathVariable TherapistId id, ExpectedVersion expected, @RequestBody @Valid PriceList request) {
        return ANSWERS.ifCurrent(therapists.find(id), expected, seen -> {
            check(request.offers, seen.state());
            var offers = request.offers.stream().map(Entry::toOffer).toList();
            return ANSWERS.of(
                    therapists.replace(
                            seen, seen.state().withPrices(offers, seen.state().packages())),
                    kept -> ANSWERS.ok(kept, TherapistView.of(kept)));
        });
    }

    private void check(List<Entry> offers, Therapist therapist) {
        record Product(ClinicId clinicId, TreatmentCode treatment, int lengthMinutes) {}

        var practised = therapist.specializations().stream()
                .map(Specialization::treatment)
                .collect(Collectors.toSet());
        var clinic = remembering(clinics);
        var treatment = remembering(treatments);
        var seen = new HashSet<Product>();
        var findings = new Findings();
        for (int i = 0; i < offers.size(); i++) {
            var offer = offers.get(i);
            var at = "offers[" + i + "]";
            if (!seen.add(new Product(offer.clinicId, offer.treatment, offer.lengthMinutes))) {
                findings.add(at, "must be the only one for this clinic, treatment and length");
            }
            clinic.apply(offer.clinicId)
                    .ifPresentOrElse(
                            it -> checkCurrency(at, offer, it, findings),
                            () -> findings.add(at + ".clinicId", "must be one of GET /api/v1/clinics"));
            treatment
                    .apply(offer.treatment)
                    .ifPresentOrElse(
                            it -> checkLength(at, offer, it, findings),
                            () -> findings.add(at + ".treatment", "must be one of GET /api/v1/treatments"));
            if (!practised.contains(offer.treatment)) {
                findings.add(
                        at + ".treatment",
                        "must be one of this therapist's specializations: " + sortedText(practised)
                                + "; add it to the profile first");
            }
        }
        findings.throwIfAny();
    }

    private static void checkCurrency(String at, Entry offer, Clinic clinic, Findings findings) {
        if (!clinic.currency().equals(offer.price.currency)) {
            findings.add(at + ".price.currency", "must be the clinic's: " + clinic.currency());
        }
    }

    private static void checkLength(String at, Entry offer, Treatment treatment, Findings findings) {
        if (!treatment.lengthsMinutes().contains(offer.lengthMinutes)) {
            findings.add(at + ".lengthMinutes", "must be one of the treatment's: " + treatment.lengthsMinutes());
        }
    }

    private static String sortedText(Set<TreatmentCode> codes) {
        return codes.stream().sorted().map(TreatmentCode::toString).collect(Collectors.joining(", "));
    }

    /** Asks the store once for each id. */
    private static <I, S> Function<I, Optional<S>> remembering(Records<I, S> records) {
        Map<I, Optional<S>> known = new HashMap<>();
        return id -> known.computeIfAbsent(id, it -> records.find(it).map(Kept::state));
    }
}
