package io.rhomboid.bench;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.clinic.Address;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.clinic.ClinicPolicy;
import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.therapist.Offer;
import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Specialization;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.Therapist.Gender;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.web.StrictJson;
import io.rhomboid.therapist.search.Found;
import io.rhomboid.therapist.search.Rating;
import io.rhomboid.therapist.search.TherapistIndex;
import io.rhomboid.therapist.search.TherapistSearch;
import io.rhomboid.therapist.search.TherapistSearch.Sort;

/**
 * How long does it take to find therapists, with every facet counted, among 10,000 at 1,000 clinics in 20 cities?
 *
 * <p>One question after the other, each of a kind in its turn, a new one every time; the same in every run. First the
 * directory is built once and measured, then so many rounds to warm up as are counted.
 */
final class SearchBench {

    private static final int THERAPISTS = 10_000;
    private static final int CLINICS = 1_000;
    private static final int QUESTIONS_A_ROUND = 2_000;
    private static final int LIMIT = 20;
    private static final List<TreatmentCode> TREATMENTS =
            codes("TRIGGER_POINT", "SWEDISH", "DEEP_TISSUE", "THAI", "SPORTS", "FOOT", "HOT_STONE");
    private static final List<String> LANGUAGES = List.of("de", "en", "es", "fr", "tr", "pl", "th", "en-NZ");
    private static final List<String> CITIES = List.of(
            "Berlin",
            "Hamburg",
            "München",
            "Köln",
            "Leipzig",
            "Dresden",
            "Wien",
            "Graz",
            "Zürich",
            "Basel",
            "Madrid",
            "Sevilla",
            "Valencia",
            "Auckland",
            "Wellington",
            "Raleigh",
            "Durham",
            "Boston",
            "Lyon",
            "Nantes");
    private static final List<String> SYLLABLES = List.of(
            "al", "be", "ro", "mi", "ka", "len", "do", "sin", "ta", "ver", "gu", "hol", "nor", "pe", "wis", "jo");
    private static final List<String> PHRASES = List.of(
            "I ask before I press.",
            "Quiet hands, few words.",
            "Fourteen years with desk-worn shoulders.",
            "Runs marathons slowly, treats people who run them fast.",
            "Gentle first, deeper when you are ready.",
            "Trained in Chiang Mai.",
            "Warm stones and a warm room.",
            "For necks that have looked at screens too long.");

    private final Random random = new Random(1);
    private final Map<ClinicId, Clinic> clinics = new LinkedHashMap<>();
    private final List<String> names = new ArrayList<>();
    /** What each question took of a core: tells the search from a neighbourhood that is busy too. */
    private final List<Long> processor = new ArrayList<>();

    private final ThreadMXBean threads = ManagementFactory.getThreadMXBean();

    private static List<TreatmentCode> codes(String... codes) {
        return Arrays.stream(codes).map(TreatmentCode::of).toList();
    }

    static void run(int rounds) {
        new SearchBench().measure(rounds);
    }

    private void measure(int rounds) {
        // Once for nothing, so that neither the code nor what is shared by all is counted.
        try (var first = new TherapistIndex(StrictJson.mapper())) {
            build(first, 500);
        }
        clinics.clear();
        names.clear();
        long before = usedHeap();
        try (var index = new TherapistIndex(StrictJson.mapper())) {
            long began = System.nanoTime();
            build(index, THERAPISTS);
            long built = System.nanoTime() - began;
            long heap = usedHeap() - before;
            System.out.printf(
                    Locale.ROOT,
                    "%,d therapists made and indexed in %.0f ms; %.1f KB of heap each, their records included%n",
                    THERAPISTS,
                    built / 1e6,
                    heap / 1024.0 / THERAPISTS);
            ask(index, rounds);
            processor.clear();
            var byKind = ask(index, rounds);
            System.out.println(Timings.HEADING);
            byKind.forEach((kind, nanos) -> timings(nanos).print(kind));
            timings(byKind.values().stream().flatMap(List::stream).toList()).print("all together");
            timings(processor).print("all together, processor time");
        }
    }

    private static Timings timings(List<Long> nanos) {
        return new Timings(nanos.stream().mapToLong(Long::longValue).toArray());
    }

    private Map<String, List<Long>> ask(TherapistIndex index, int rounds) {
        var times = new LinkedHashMap<String, List<Long>>();
        var kinds = List.of(
                "all, by name",
                "a name with a typo",
                "trade words",
                "words begun, and a city",
                "technique, language, gender",
                "near, technique, price",
                "clinic's amenities, by rating",
                "the third page");
        for (int i = 0; i < rounds * QUESTIONS_A_ROUND; i++) {
            var kind = kinds.get(i % kinds.size());
            long nanos = kind.equals("the third page") ? thirdPage(index) : timed(index, question(kind), null);
            times.computeIfAbsent(kind, _ -> new ArrayList<>()).add(nanos);
        }
        return times;
    }

    private long timed(TherapistIndex index, TherapistSearch search, @Nullable String after) {
        long working = threads.getCurrentThreadCpuTime();
        long began = System.nanoTime();
        var found = index.find(search, after, LIMIT).orElseThrow();
        long took = System.nanoTime() - began;
        processor.add(threads.getCurrentThreadCpuTime() - working);
        if (found.total() > THERAPISTS) throw new IllegalStateException("found too many: " + search);
        return took;
    }

    private long thirdPage(TherapistIndex index) {
        var search = question("near, by distance");
        @Nullable String second = next(index, search, null);
        return timed(index, search, next(index, search, second));
    }

    private static String next(TherapistIndex index, TherapistSearch search, @Nullable String after) {
        Found found = index.find(search, after, LIMIT).orElseThrow();
        if (found.next() == null) throw new IllegalStateException("no next page: " + search);
        return found.next();
    }

    private TherapistSearch question(String kind) {
        return switch (kind) {
            case "all, by name" -> search(null, null, null, null, null, null, Set.of(), Sort.NAME);
            case "a name with a typo" ->
                search(typo(one(names)), null, null, null, null, null, Set.of(), Sort.RELEVANCE);
            case "trade words" ->
                search(
                        one(List.of(
                                "knots in my shoulder",
                                "verspannung nacken",
                                "masaje deportivo corredores",
                                "stress relief",
                                "warme steine",
                                "fussreflexzonen",
                                "knost betwen shoulder blades")),
                        null,
                        null,
                        null,
                        null,
                        null,
                        Set.of(),
                        Sort.RELEVANCE);
            case "words begun, and a city" -> {
                var city = one(CITIES);
                var begun = city.substring(0, 1 + random.nextInt(city.length()));
                yield search("thai stretching " + begun, null, null, null, null, null, Set.of(), Sort.RELEVANCE);
            }
            case "technique, language, gender" ->
                search(
                        null,
                        one(TREATMENTS),
                        null,
                        null,
                        one(LANGUAGES),
                        one(List.of(Gender.values())),
                        Set.of(),
                        Sort.NAME);
            case "near, technique, price" ->
                search(null, one(TREATMENTS), near(), 9000L, null, null, Set.of(), Sort.PRICE);
            case "clinic's amenities, by rating" ->
                search(null, null, null, null, null, null, some(List.of(Amenity.values()), 2), Sort.RATING);
            case "near, by distance" -> search(null, null, near(), null, null, null, Set.of(), Sort.DISTANCE);
            default -> throw new IllegalArgumentException(kind);
        };
    }

    private static TherapistSearch search(
            @Nullable String words,
            @Nullable TreatmentCode treatment,
            @Nullable Coordinates near,
            @Nullable Long maxPriceCents,
            @Nullable String language,
            @Nullable Gender gender,
            Set<Amenity> amenities,
            Sort sort) {
        return new TherapistSearch(
                words,
                treatment,
                null,
                null,
                near,
                near == null || sort == Sort.DISTANCE ? null : 10.0,
                language,
                gender,
                maxPriceCents == null ? null : "EUR",
                maxPriceCents,
                null,
                amenities,
                null,
                null,
                sort);
    }

    /** Two neighbouring letters after the first in the wrong order. */
    private String typo(String name) {
        int at = 1 + random.nextInt(name.length() - 2);
        return name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
    }

    private Coordinates near() {
        var clinic = one(List.copyOf(clinics.values())).coordinates();
        return new Coordinates(clinic.latitude() + random.nextDouble() / 20, clinic.longitude());
    }

    private void build(TherapistIndex index, int therapists) {
        for (int i = 0; i < CLINICS; i++) clinic(i);
        clinics.forEach(index::keep);
        for (var code : TREATMENTS) index.keep(code, treatment(code));
        var ids = List.copyOf(clinics.keySet());
        for (int i = 0; i < therapists; i++) {
            var id = new TherapistId(new UUID(1, i));
            index.keep(id, therapist(some(ids, random.nextInt(5) == 0 ? 2 : 1)));
            if (random.nextInt(4) > 0) {
                var mean = 3 + random.nextInt(200) / 100.0;
                index.rate(id, new Rating(1 + random.nextInt(300), mean, (mean + 4) / 2));
            }
        }
        index.refresh();
    }

    private void clinic(int number) {
        int city = random.nextInt(CITIES.size());
        clinics.put(
                new ClinicId(new UUID(2, number)),
                new Clinic(
                        "Haus " + word() + " " + number,
                        ZoneId.of("Europe/Berlin"),
                        "DE",
                        "EUR",
                        new Address("street", null, CITIES.get(city), null, "DE"),
                        new Coordinates(40 + city + random.nextDouble() / 5, 2 + city + random.nextDouble() / 5),
                        null,
                        null,
                        List.of(),
                        List.of(),
                        new ClinicPolicy(15, 120, 60, 0, 15, 1440, 50),
                        List.of(),
                        List.of(),
                        some(List.of(Amenity.values()), 3),
                        List.of()));
    }

    private Therapist therapist(Set<ClinicId> at) {
        var practised = some(TREATMENTS, 3);
        var offers = new ArrayList<Offer>();
        for (var clinic : at) {
            for (var treatment : practised) {
                long cents = 50_00 + random.nextInt(60) * 1_00;
                offers.add(new Offer(clinic, treatment, 60, new Money(cents, "EUR")));
                offers.add(new Offer(clinic, treatment, 90, new Money(cents * 3 / 2, "EUR")));
            }
        }
        var name = word() + " " + word();
        names.add(name);
        return new Therapist(
                name,
                Therapist.Listing.LISTED,
                one(List.of(Gender.values())),
                List.copyOf(some(LANGUAGES, 2)),
                one(PHRASES) + " " + one(PHRASES),
                1985 + random.nextInt(40),
                practised.stream().map(code -> new Specialization(code, 1)).toList(),
                List.of(),
                offers,
                Rota.EMPTY);
    }

    private static Treatment treatment(TreatmentCode code) {
        return new Treatment(
                code.value().toLowerCase(Locale.ROOT).replace('_', ' ') + " massage",
                "how",
                new Treatment.Pressure(Treatment.Pressure.Level.FIRM, Treatment.Pressure.Level.FIRM, false),
                List.of("knots between the shoulder blades", "radiating or referred pain", "muscle imbalance"),
                List.of("less referred pain", "mobility"),
                null,
                List.of(60, 90),
                Set.of(),
                Set.of(),
                List.of(),
                List.of());
    }

    private String word() {
        var word = one(SYLLABLES) + one(SYLLABLES) + one(SYLLABLES);
        return Character.toUpperCase(word.charAt(0)) + word.substring(1);
    }

    private <T> T one(List<T> all) {
        return all.get(random.nextInt(all.size()));
    }

    private <T> Set<T> some(List<T> all, int draws) {
        return random.ints(draws, 0, all.size()).mapToObj(all::get).collect(Collectors.toUnmodifiableSet());
    }

    private static long usedHeap() {
        for (int i = 0; i < 3; i++) System.gc();
        var runtime = Runtime.getRuntime();
        return runtime.totalMemory() - runtime.freeMemory();
    }
}
