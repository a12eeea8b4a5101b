package io.rhomboid.therapist.search;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.web.StrictJson;
import io.rhomboid.therapist.search.Facets.Count;

import static org.assertj.core.api.Assertions.assertThat;

/** Random questions about random therapists, against a filter over the list. */
class SearchAgainstOracleTest {

    final long seed = new Random().nextLong();
    final TherapistIndex index = new TherapistIndex(StrictJson.mapper());

    @AfterEach
    void close() {
        index.close();
    }

    @Test
    void the_same_therapists_in_the_same_order_page_by_page() {
        var directory = new RandomDirectory(seed, 15, 300);
        var oracle = new NaiveSearch(directory);
        directory.tell(index);

        for (int i = 0; i < 500; i++) {
            var search = directory.search();
            var expected = oracle.find(search);

            assertThat(pages(search, 1 + directory.random.nextInt(40)))
                    .as("seed %d, question %d: %s", seed, i, search)
                    .isEqualTo(expected);
            assertThat(index.find(search, null, 1).orElseThrow().total()).isEqualTo(expected.size());
        }
    }

    @Test
    void each_facet_counts_who_would_be_found_with_it() {
        var directory = new RandomDirectory(seed, 15, 150);
        var oracle = new NaiveSearch(directory);
        directory.tell(index);

        for (int i = 0; i < 200; i++) {
            var search = directory.search();

            assertThat(counts(index.find(search, null, 1).orElseThrow().facets()))
                    .as("seed %d, question %d: %s", seed, i, search)
                    .isEqualTo(oracle.counts(search));
        }
    }

    @Test
    void after_changes_it_is_as_if_it_had_always_been_so() {
        var directory = new RandomDirectory(seed, 15, 200);
        directory.tell(index);
        for (int i = 0; i < 100; i++) {
            change(directory);
            if (i % 5 == 0) index.refresh();
        }
        index.refresh();
        var oracle = new NaiveSearch(directory);

        for (int i = 0; i < 100; i++) {
            var search = directory.search();

            assertThat(pages(search, 50))
                    .as("seed %d, question %d: %s", seed, i, search)
                    .isEqualTo(oracle.find(search));
        }
    }

    private void change(RandomDirectory directory) {
        var id = directory.one(List.copyOf(directory.therapists.keySet()));
        switch (directory.random.nextInt(4)) {
            case 0 -> {
                directory.therapists.remove(id);
                directory.ratings.remove(id);
                index.forget(id);
            }
            case 1 -> {
                directory.ratings.put(id, directory.rating());
                index.rate(id, directory.ratings.get(id));
            }
            case 2 -> {
                var here = directory.one(List.copyOf(directory.clinics.keySet()));
                var there = directory.one(List.copyOf(directory.clinics.values()));
                if (!there.currency().equals(directory.clinics.get(here).currency())) return;
                directory.clinics.put(here, there);
                index.keep(here, there);
            }
            default -> {
                directory.therapists.put(id, directory.therapist());
                index.keep(id, directory.therapists.get(id));
            }
        }
    }

    private List<TherapistId> pages(TherapistSearch search, int limit) {
        var all = new ArrayList<TherapistId>();
        @Nullable String next = null;
        do {
            var page = index.find(search, next, limit).orElseThrow();
            page.hits().forEach(hit -> all.add(hit.id()));
            next = page.next();
        } while (next != null);
        return all;
    }

    private static Map<String, Integer> counts(Facets facets) {
        var counts = new HashMap<String, Integer>();
        put(counts, "treatment", facets.treatment());
        put(counts, "language", facets.language());
        put(counts, "gender", facets.gender());
        put(counts, "clinic", facets.clinic());
        put(counts, "city", facets.city());
        put(counts, "amenity", facets.amenity());
        facets.price().forEach(each -> counts.put("price " + each.currency() + " " + each.maxPrice(), each.count()));
        facets.rating().forEach(each -> counts.put("rating " + each.minRating(), each.count()));
        return new TreeMap<>(counts);
    }

    private static void put(Map<String, Integer> counts, String name, List<Count> values) {
        values.forEach(each -> counts.put(name + " " + each.value(), each.count()));
    }
}
