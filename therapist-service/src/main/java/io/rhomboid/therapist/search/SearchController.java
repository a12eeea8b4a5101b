package io.rhomboid.therapist.search;

import java.time.Clock;
import java.time.Duration;
import java.time.Year;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Specialization;
import io.rhomboid.contracts.therapist.Therapist.Gender;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.identity.Allowed;
import io.rhomboid.platform.web.CanRefuse;
import io.rhomboid.platform.web.Problem;
import io.rhomboid.therapist.http.Near;
import io.rhomboid.therapist.search.TherapistSearch.Sort;

import static io.rhomboid.platform.identity.Who.ANYONE;
import static io.rhomboid.therapist.http.Parameters.invalid;

/** Who fits? Turns parameters into a search and what was found into an answer; decides nothing. */
@Allowed(ANYONE)
@RestController
@RequestMapping("/api/v1/therapists")
class SearchController {

    private static final int MOST_ON_A_PAGE = 100;
    private static final int MOST_WORDS = 200;
    private static final int MOST_NAME = 120;
    private static final int HALF_AROUND_THE_EARTH_KM = 20_040;
    private static final int MOST_YEARS = 100;
    private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}");
    private static final String SORTS =
            Arrays.stream(Sort.values()).map(SearchController::word).collect(Collectors.joining(", "));

    private final TherapistIndex index;
    private final Following following;
    private final Clock clock;

    SearchController(TherapistIndex index, Following following, Clock clock) {
        this.index = index;
        this.following = following;
        this.clock = clock;
    }

    /**
     * What it takes to choose among many: all but the hours.
     *
     * @param rating not there as long as there is no review
     * @param distanceKm as the crow flies, to 100 m, to the nearest fitting clinic; only when the question named a place
     * @param nearestClinicId that clinic
     * @param cheapestOffer of those that fit, in the currency of the nearest or first clinic; not there if there is none
     */
    record TherapistSummary(
            TherapistId id,
            String name,
            @Nullable String photo,
            Gender gender,
            List<String> languages,
            @Nullable String about,
            int practisingSince,
            List<String> professionalBodies,
            List<Specialization> specializations,
            List<Licence> licences,
            List<Offer> offers,
            @Nullable Stars rating,
            @Nullable Double distanceKm,
            @Nullable ClinicId nearestClinicId,
            @Nullable Offer cheapestOffer) {

        static TherapistSummary of(Found.Hit hit) {
            var therapist = hit.therapist();
            var km = hit.distanceKm();
            return new TherapistSummary(
                    hit.id(),
                    therapist.name(),
                    therapist.photo(),
                    therapist.gender(),
                    therapist.languages(),
                    therapist.about(),
                    therapist.practisingSince(),
                    therapist.professionalBodies(),
                    therapist.specializations(),
                    therapist.licences(),
                    therapist.offers(),
                    hit.rating() == null ? null : Stars.of(hit.rating()),
                    km == null ? null : Math.round(km * 10) / 10.0,
                    hit.nearest(),
                    hit.cheapest());
        }
    }

    /** @param mean to one hundredth, 1 to 5 */
    record Stars(int count, double mean) {

        static Stars of(Rating rating) {
            return new Stars(rating.count(), Math.round(rating.mean() * 100) / 100.0);
        }
    }

    /**
     * @param total how many fit, on all pages
     * @param next the parameter {@code after} of the next page; not there on the last
     */
    record TherapistList(
            List<TherapistSummary> therapists,
            int total,
            Facets facets,
            @Nullable String next) {}

    @Operation(
            summary = "Who fits?",
            description = "From memory; a change is found a moment after it was made, at the latest after some seconds."
                    + " Only listed therapists. Clinic, city, radius, amenities and price are asked of one clinic,"
                    + " where the treatment must be offered if one is named."
                    + " Each facet's count says how many would be found if that value were chosen instead of what is"
                    + " chosen for the same question now."
                    + " Pages: whoever fits all the while and is not moved by a change of their own is on exactly one"
                    + " page, whatever happens to others.")
    @CanRefuse({
        "400 invalid-parameter: a parameter is not as it must be; errors names it",
        "503 search-not-ready: this service has just been started and does not know the therapists yet"
    })
    @ApiResponse(
            responseCode = "200",
            description = "One page of those who fit",
            content = @Content(schema = @Schema(implementation = TherapistList.class)))
    @GetMapping
    ResponseEntity<?> find(
            @Parameter(
                            description = "Words: of name, text, techniques, what they are best for, clinic, city, and"
                                    + " trade words in English, German and Spanish. Typos are forgiven, the last word"
                                    + " may be only begun. At most 200 characters.",
                            example = "knots berlin")
                    @RequestParam(required = false)
                    @Nullable
                    String q,
            @Parameter(
                            description = "Who practises it; and offers it, if something is asked of the clinic or the"
                                    + " price.",
                            schema = @Schema(type = "string"),
                            example = "TRIGGER_POINT")
                    @RequestParam(required = false)
                    @Nullable
                    TreatmentCode treatment,
            @Parameter(schema = @Schema(type = "string", format = "uuid")) @RequestParam(required = false) @Nullable
                    ClinicId clinicId,
            @Parameter(description = "The clinic's, whatever the case and the accents.", example = "Berlin")
                    @RequestParam(required = false)
                    @Nullable
                    String city,
            @Parameter(description = "latitude,longitude in degrees", example = "52.53,13.41")
                    @RequestParam(required = false)
                    @Nullable
                    String near,
            @Parameter(description = "How far from near the clinic may be.", example = "10")
                    @RequestParam(required = false)
                    @Nullable
                    Double radiusKm,
            @Parameter(description = "BCP 47; en also finds en-NZ.", example = "de")
                    @RequestParam(required = false)
                    @Nullable
                    String language,
            @RequestParam(required = false) @Nullable Gender gender,
            @Parameter(
                            description = "In the minor unit of currency, which must be there too, for example 9000"
                                    + " with EUR for 90 euro: what the cheapest fitting offer may cost.",
                            schema = @Schema(type = "integer", format = "int64", minimum = "0"))
                    @RequestParam(required = false)
                    @Nullable
                    Long maxPrice,
            @Parameter(
                            description = "ISO 4217; only clinics whose prices are in it. Needed with maxPrice and with"
                                    + " sort=price, because prices compare in one currency only.",
                            example = "EUR")
                    @RequestParam(required = false)
                    @Nullable
                    String currency,
            @Parameter(
                            description = "Stars, 1 to 5; who has no review yet is not found.",
                            schema = @Schema(type = "number", minimum = "1", maximum = "5"))
                    @RequestParam(required = false)
                    @Nullable
                    Double minRating,
            @Parameter(description = "What the clinic must have; several times for several, all of them.")
                    @RequestParam(defaultValue = "")
                    Set<Amenity> amenity,
            @Parameter(
                            description = "Years since they began to practise.",
                            schema = @Schema(type = "integer", minimum = "0", maximum = "100"))
                    @RequestParam(required = false)
                    @Nullable
                    Integer minYears,
            @Parameter(description = "The whole name of a professional body, whatever the case and the accents.")
                    @RequestParam(required = false)
                    @Nullable
                    String professionalBody,
            @Parameter(
                            description =
                                    "Default: relevance with q, else distance with near, else name. Distance needs"
                                            + " near, price needs currency. Who has nothing to be sorted by comes last.",
                            schema =
                                    @Schema(
                                            type = "string",
                                            allowableValues = {
                                                "relevance",
                                                "distance",
                                                "price",
                                                "rating",
                                                "name",
                                                "experience"
                                            }))
                    @RequestParam(required = false)
                    @Nullable
                    String sort,
            @Parameter(schema = @Schema(type = "integer", minimum = "1", maximum = "100", defaultValue = "20"))
                    @RequestParam(defaultValue = "20")
                    int limit,
            @Parameter(description = "The next of the page before, with all other parameters as they were.")
                    @RequestParam(required = false)
                    @Nullable
                    String after) {
        if (!following.isFilled()) return notReady().answer();
        if (limit < 1 || limit > MOST_ON_A_PAGE) throw invalid("limit", "must be from 1 to " + MOST_ON_A_PAGE);

        var place = near == null ? null : Near.read(near);
        var search = new TherapistSearch(
                text("q", q, MOST_WORDS),
                treatment,
                clinicId,
                text("city", city, MOST_NAME),
                place,
                radius(radiusKm, near),
                language(language),
                gender,
                currency(currency, maxPrice, sort),
                price(maxPrice),
                rating(minRating),
                amenity,
                since(minYears),
                text("professionalBody", professionalBody, MOST_NAME),
                sort(sort, q, near));
        var found = index.find(search, after, limit);
        if (found.isEmpty()) throw invalid("after", "must be the next of a page of this very search");
        return ResponseEntity.ok(found.map(SearchController::view).orElseThrow());
    }

    private static TherapistList view(Found found) {
        return new TherapistList(
                found.hits().stream().map(TherapistSummary::of).toList(), found.total(), found.facets(), found.next());
    }

    private static @Nullable String text(String name, @Nullable String text, int most) {
        if (text == null) return null;
        if (text.length() > most) throw invalid(name, "must have at most " + most + " characters");
        return text.isBlank() ? null : text.strip();
    }

    private static @Nullable Double radius(@Nullable Double km, @Nullable String near) {
        if (km == null) return null;
        if (near == null) throw invalid("near", "must be there with radiusKm, for example 52.53,13.41");
        if (!(km > 0 && km <= HALF_AROUND_THE_EARTH_KM)) {
            throw invalid("radiusKm", "must be more than 0 and at most " + HALF_AROUND_THE_EARTH_KM);
        }
        return km;
    }

    private static @Nullable String language(@Nullable String tag) {
        if (tag != null && !LANGUAGE.matcher(tag).matches()) {
            throw invalid("language", "must be a language of BCP 47, for example de or en-NZ");
        }
        return tag;
    }

    private static @Nullable String currency(@Nullable String code, @Nullable Long maxPrice, @Nullable String sort) {
        if (code == null) {
            if (maxPrice == null && !word(Sort.PRICE).equals(sort)) return null;
            throw invalid("currency", "must be there with maxPrice and with sort=price, for example EUR");
        }
        try {
            return Currency.getInstance(code).getCurrencyCode();
        } catch (IllegalArgumentException _) {
            throw invalid("currency", "must be a currency of ISO 4217, for example EUR");
        }
    }

    private static @Nullable Long price(@Nullable Long cents) {
        if (cents != null && cents < 0) throw invalid("maxPrice", "must be 0 or more");
        return cents;
    }

    private static @Nullable Double rating(@Nullable Double stars) {
        if (stars != null && !(stars >= 1 && stars <= 5)) throw invalid("minRating", "must be from 1 to 5");
        return stars;
    }

    private @Nullable Integer since(@Nullable Integer years) {
        if (years == null) return null;
        if (years < 0 || years > MOST_YEARS) throw invalid("minYears", "must be from 0 to " + MOST_YEARS);
        return Year.now(clock).getValue() - years;
    }

    private static Sort sort(@Nullable String wanted, @Nullable String q, @Nullable String near) {
        if (wanted == null) return q != null ? Sort.RELEVANCE : near != null ? Sort.DISTANCE : Sort.NAME;
        var sort = Arrays.stream(Sort.values())
                .filter(each -> word(each).equals(wanted))
                .findFirst()
                .orElseThrow(() -> invalid("sort", "must be one of " + SORTS));
        if (sort == Sort.DISTANCE && near == null) throw invalid("near", "must be there with sort=distance");
        return sort;
    }

    private static String word(Sort sort) {
        return sort.name().toLowerCase(Locale.ROOT);
    }

    private static Problem notReady() {
        return Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "search-not-ready",
                        "We do not know the therapists yet. Try again in a moment.")
                .retryAfter(Duration.ofSeconds(2));
    }
}
