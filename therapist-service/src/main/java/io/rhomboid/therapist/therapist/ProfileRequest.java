package io.rhomboid.therapist.therapist;

import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Specialization;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.therapist.http.Findings;
import io.rhomboid.therapist.http.Text;

/**
 * What a therapist says about themselves.
 *
 * @param listing LISTED shows the profile to clients; without prices, hours and a verified licence it can be read but
 *     not booked, so that a profile may be shown before all of that is there
 * @param professionalBodies left out: none
 */
record ProfileRequest(
        @NotNull @Text(max = 80) String name,
        @NotNull Therapist.Listing listing,
        @NotNull Therapist.Gender gender,
        @NotEmpty @Size(max = 20) List<@NotNull @Size(max = 35) String> languages,
        @Nullable @Text(max = 2000, lines = true) String about,
        @NotNull Integer practisingSince,
        @NotEmpty @Size(max = 30) List<@NotNull @Valid Practice> specializations,
        @Nullable @Size(max = 10) List<@NotNull @Text(max = 120) String> professionalBodies) {

    record Practice(
            @NotNull TreatmentCode treatment, @NotNull Integer experienceYears) {

        Specialization toSpecialization() {
            return new Specialization(treatment, experienceYears);
        }
    }

    private static final int FIRST_YEAR = 1940;
    private static final Pattern LANGUAGE = Pattern.compile("[a-z]{2,3}(-[A-Z][a-z]{3})?(-([A-Z]{2}|[0-9]{3}))?");
    private static final Set<String> LANGUAGES = Set.of(Locale.getISOLanguages());

    /**
     * The therapist with this profile; licences, prices, hours and photo as they were.
     *
     * @param before the therapist as it is, or null for a new one
     * @throws io.rhomboid.platform.web.ProblemException naming each field that is wrong
     */
    Therapist toTherapist(@Nullable Therapist before, Predicate<TreatmentCode> isKnown, LocalDate today) {
        var findings = new Findings();
        checkLanguages(findings);
        if (practisingSince < FIRST_YEAR || practisingSince > today.getYear()) {
            findings.add("practisingSince", "must be a year from " + FIRST_YEAR + " to " + today.getYear());
        }
        checkSpecializations(isKnown, today, findings);
        checkBodies(findings);
        if (before != null) checkNothingSoldIsGone(before, findings);
        findings.throwIfAny();

        return new Therapist(
                name,
                listing,
                gender,
                languages,
                about,
                practisingSince,
                specializations.stream().map(Practice::toSpecialization).toList(),
                before == null ? List.of() : before.licences(),
                before == null ? List.of() : before.offers(),
                before == null ? Rota.EMPTY : before.rota(),
                professionalBodies == null ? List.of() : professionalBodies,
                before == null ? null : before.photo(),
                before == null ? List.of() : before.packages());
    }

    private void checkLanguages(Findings findings) {
        var seen = new HashSet<String>();
        for (int i = 0; i < languages.size(); i++) {
            var language = languages.get(i);
            var at = "languages[" + i + "]";
            if (!isLanguage(language)) findings.add(at, "must be a language tag of BCP 47, for example de or en-NZ");
            else if (!seen.add(language)) findings.add(at, "must be there only once");
        }
    }

    private static boolean isLanguage(String tag) {
        if (!LANGUAGE.matcher(tag).matches()) return false;
        var primary = tag.split("-", 2)[0];
        return primary.length() == 3 || LANGUAGES.contains(primary);
    }

    private void checkSpecializations(Predicate<TreatmentCode> isKnown, LocalDate today, Findings findings) {
        var seen = new HashSet<TreatmentCode>();
        for (int i = 0; i < specializations.size(); i++) {
            var practice = specializations.get(i);
            var at = "specializations[" + i + "]";
            if (!seen.add(practice.treatment)) {
                findings.add(at + ".treatment", "must be there only once");
            } else if (!isKnown.test(practice.treatment)) {
                findings.add(at + ".treatment", "must be one of GET /api/v1/treatments");
            }
            var practised = Math.max(0, today.getYear() - practisingSince);
            if (practice.experienceYears < 0 || practice.experienceYears > practised) {
                findings.add(
                        at + ".experienceYears",
                        "must be from 0 to " + practised + ", the years since practisingSince");
            }
        }
    }

    private void checkBodies(Findings findings) {
        if (professionalBodies == null) return;
        var seen = new HashSet<String>();
        for (int i = 0; i < professionalBodies.size(); i++) {
            if (!seen.add(professionalBodies.get(i).toLowerCase(Locale.ROOT))) {
                findings.add("professionalBodies[" + i + "]", "must be there only once");
            }
        }
    }

    private void checkNothingSoldIsGone(Therapist before, Findings findings) {
        var practised = specializations.stream().map(Practice::treatment).collect(Collectors.toSet());
        before.offers().stream()
                .map(Offer::treatment)
                .filter(treatment -> !practised.contains(treatment))
                .distinct()
                .forEach(treatment -> findings.add(
                        "specializations",
                        "must keep " + treatment + " as long as it has prices; take those out first"));
    }
}
