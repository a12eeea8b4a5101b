package io.rhomboid.therapist.price;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.SessionPackage;
import io.rhomboid.contracts.therapist.Specialization;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.http.Findings;
import io.rhomboid.therapist.http.Text;
import io.rhomboid.therapist.staff.OwnParts;
import io.rhomboid.therapist.treatment.Menu;

/**
 * What a therapist wants to sell.
 *
 * @param packages left out: none
 */
record PriceListRequest(
        @NotNull @Size(max = 500) List<@NotNull @Valid Entry> offers,
        @Nullable @Size(max = 100) List<@NotNull @Valid Bundle> packages) {

    private static final long HIGHEST_CENTS = 100_000_000;

    record Entry(
            @NotNull ClinicId clinicId,
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes,
            @NotNull @Valid Amount price,
            @Nullable @Size(max = 10) List<@NotNull @Text(max = 80) String> included) {

        Offer toOffer() {
            return new Offer(
                    clinicId, treatment, lengthMinutes, price.toMoney(), included == null ? List.of() : included);
        }

        Product product() {
            return new Product(clinicId, treatment, lengthMinutes);
        }
    }

    record Amount(
            @NotNull
            @Min(value = 0, message = "must not be negative")
            @Max(value = HIGHEST_CENTS, message = "must be at most {value}")
            Long cents,

            @NotNull @Size(max = 3) String currency) {

        Money toMoney() {
            return new Money(cents, currency);
        }
    }

    /**
     * As {@link SessionPackage}. What it costs is said in one of two ways.
     *
     * @param payFor the price is that of so many single sessions
     * @param price of all sessions together
     */
    record Bundle(
            @NotNull @Text(max = 80) String name,
            @NotNull ClinicId clinicId,
            @NotNull TreatmentCode treatment,
            @NotNull Integer lengthMinutes,

            @NotNull
            @Min(value = 2, message = "must be at least {value}; a single session is an offer")
            @Max(value = 50, message = "must be at most {value}")
            Integer sessions,

            @Nullable Integer payFor,
            @Nullable @Valid Amount price,

            @NotNull
            @Min(value = 1, message = "must be at least {value}")
            @Max(value = 1096, message = "must be at most {value}, three years")
            Integer validDays) {

        SessionPackage toPackage(Money single) {
            var all = payFor == null
                    ? Objects.requireNonNull(price).toMoney()
                    : new Money(single.cents() * payFor, single.currency());
            return new SessionPackage(name, clinicId, treatment, lengthMinutes, sessions, all, validDays);
        }

        Product product() {
            return new Product(clinicId, treatment, lengthMinutes);
        }
    }

    /** What has one price. */
    private record Product(ClinicId clinicId, TreatmentCode treatment, int lengthMinutes) {}

    /**
     * The therapist with this price list.
     *
     * @param own what of it the caller may change
     * @throws io.rhomboid.platform.web.ProblemException naming each field that is wrong
     */
    Therapist toTherapist(
            Therapist before,
            OwnParts own,
            Function<ClinicId, Optional<Clinic>> clinic,
            Function<TreatmentCode, Optional<Treatment>> treatment) {
        var findings = new Findings();
        checkOffers(before, clinic, treatment, findings);
        findings.throwIfAny();

        // Only now does each product have one price, in the currency of its clinic.
        var bundles = packages == null ? List.<Bundle>of() : packages;
        var singles = offers.stream()
                .collect(Collectors.toMap(Entry::product, entry -> entry.price().toMoney()));
        checkPackages(bundles, singles, findings);
        findings.throwIfAny();

        var nextOffers = offers.stream().map(Entry::toOffer).toList();
        var nextPackages = bundles.stream()
                .map(bundle -> bundle.toPackage(Objects.requireNonNull(singles.get(bundle.product()))))
                .toList();
        own.check("offers", eachAlone(nextOffers), before.offers(), Offer::clinicId, findings);
        own.check("packages", eachAlone(nextPackages), before.packages(), SessionPackage::clinicId, findings);
        findings.throwIfAny();
        return before.withPrices(nextOffers, nextPackages);
    }

    private static <P> List<List<P>> eachAlone(List<P> parts) {
        return parts.stream().map(List::of).toList();
    }

    private void checkOffers(
            Therapist therapist,
            Function<ClinicId, Optional<Clinic>> clinic,
            Function<TreatmentCode, Optional<Treatment>> treatment,
            Findings findings) {
        var practised = therapist.specializations().stream()
                .map(Specialization::treatment)
                .collect(Collectors.toSet());
        var seen = new HashSet<Product>();
        for (int i = 0; i < offers.size(); i++) {
            var offer = offers.get(i);
            var at = "offers[" + i + "]";
            if (!seen.add(offer.product())) {
                findings.add(at, "must be the only one for this clinic, treatment and length");
            }
            var place = clinic.apply(offer.clinicId);
            place.ifPresentOrElse(
                    it -> checkCurrency(at, offer, it, findings),
                    () -> findings.add(at + ".clinicId", "must be one of GET /api/v1/clinics"));
            treatment
                    .apply(offer.treatment)
                    .ifPresentOrElse(
                            it -> checkLength(at, offer, it, place, findings),
                            () -> findings.add(at + ".treatment", "must be one of GET /api/v1/treatments"));
            if (!practised.contains(offer.treatment)) {
                findings.add(
                        at + ".treatment",
                        "must be one of this therapist's specializations: " + sortedText(practised)
                                + "; add it to the profile first");
            }
        }
    }

    private static void checkCurrency(String at, Entry offer, Clinic clinic, Findings findings) {
        if (!clinic.currency().equals(offer.price.currency)) {
            findings.add(at + ".price.currency", "must be the clinic's: " + clinic.currency());
        }
    }

    private static void checkLength(
            String at, Entry offer, Treatment treatment, Optional<Clinic> clinic, Findings findings) {
        if (!Menu.isGivenAt(offer.clinicId, treatment)) {
            findings.add(at + ".treatment", "must be one that this clinic gives: it is another clinic's own");
        }
        var lengths = clinic.map(it -> it.lengthsOf(offer.treatment, treatment.lengthsMinutes()))
                .orElse(treatment.lengthsMinutes());
        if (!lengths.contains(offer.lengthMinutes)) {
            findings.add(at + ".lengthMinutes", "must be one of the treatment's at this clinic: " + lengths);
        }
    }

    private static String sortedText(Set<TreatmentCode> codes) {
        return codes.stream().sorted().map(TreatmentCode::toString).collect(Collectors.joining(", "));
    }

    private static void checkPackages(List<Bundle> bundles, Map<Product, Money> singles, Findings findings) {
        var seen = new HashMap<Product, Set<Integer>>();
        for (int i = 0; i < bundles.size(); i++) {
            var bundle = bundles.get(i);
            var at = "packages[" + i + "]";
            if (!seen.computeIfAbsent(bundle.product(), _ -> new HashSet<>()).add(bundle.sessions)) {
                findings.add(at + ".sessions", "must be another number than in the packages of the same offer before");
            }
            var single = singles.get(bundle.product());
            if (single == null) {
                findings.add(at, "must be of a clinicId, treatment and lengthMinutes that are in offers");
            } else {
                checkPrice(at, bundle, single, findings);
            }
        }
    }

    private static void checkPrice(String at, Bundle bundle, Money single, Findings findings) {
        if ((bundle.payFor == null) == (bundle.price == null)) {
            findings.add(at + ".payFor", "or price must be there, not both");
        } else if (bundle.price == null) {
            if (bundle.payFor < 1 || bundle.payFor > bundle.sessions) {
                findings.add(at + ".payFor", "must be from 1 to " + bundle.sessions + ", the sessions in it");
            }
        } else if (!bundle.price.currency.equals(single.currency())) {
            findings.add(at + ".price.currency", "must be the clinic's: " + single.currency());
        } else if (bundle.price.cents > single.cents() * bundle.sessions) {
            findings.add(
                    at + ".price.cents",
                    "must be at most " + single.cents() * bundle.sessions + ", what the sessions cost one by one");
        }
    }
}
