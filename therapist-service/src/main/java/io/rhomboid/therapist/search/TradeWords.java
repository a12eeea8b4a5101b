package io.rhomboid.therapist.search;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.contracts.clinic.Clinic.Amenity;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * What people say when they mean a technique or a place, in several languages: the file {@code /search/words.json}.
 *
 * @param noise folded; words that almost everybody says and that fit everybody
 */
record TradeWords(
        Map<TreatmentCode, List<String>> treatments, Map<Amenity, List<String>> amenities, Set<String> noise) {

    /** Words by language. */
    private record File(
            String about,
            Map<TreatmentCode, Map<String, List<String>>> treatments,
            Map<Amenity, Map<String, List<String>>> amenities,
            Map<String, List<String>> noise) {}

    TradeWords {
        treatments = Map.copyOf(treatments);
        amenities = Map.copyOf(amenities);
        noise = Set.copyOf(noise);
    }

    static TradeWords load(JsonMapper json) {
        try (var in = TradeWords.class.getResourceAsStream("/search/words.json")) {
            if (in == null) throw new IllegalStateException("/search/words.json is missing in the jar");
            var file = json.readValue(in, File.class);
            return new TradeWords(
                    inAllLanguages(file.treatments),
                    inAllLanguages(file.amenities),
                    all(file.noise).stream().map(FreeText::folded).collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    List<String> of(TreatmentCode treatment) {
        return treatments.getOrDefault(treatment, List.of());
    }

    List<String> of(Amenity amenity) {
        return amenities.getOrDefault(amenity, List.of());
    }

    boolean saysNothing(String foldedWord) {
        return noise.contains(foldedWord);
    }

    private static <K> Map<K, List<String>> inAllLanguages(Map<K, Map<String, List<String>>> words) {
        return words.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey, entry -> all(entry.getValue())));
    }

    private static List<String> all(Map<String, List<String>> byLanguage) {
        return byLanguage.values().stream().flatMap(Collection::stream).toList();
    }
}
