package io.rhomboid.therapist.search;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.Random;
import java.util.UUID;

import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

import io.rhomboid.contracts.clinic.Coordinates;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.web.StrictJson;
import io.rhomboid.therapist.search.TherapistSearch.Sort;

import static org.assertj.core.api.Assertions.assertThat;

class PagingWhileTheIndexChangesTest {

    final long seed = new Random().nextLong();

    @ParameterizedTest
    @EnumSource
    void who_stays_is_met_exactly_once_while_others_come_and_go(Sort sort) {
        var directory = new RandomDirectory(seed, 10, 300);
        var staying = new HashSet<>(directory.therapists.keySet());
        try (var index = new TherapistIndex(StrictJson.mapper())) {
            directory.tell(index);
            var search = new Searches();
            // Half of them are found by a beginning or a typo, so that weights differ.
            search.words = "Name 1";
            search.near = new Coordinates(52.5, 13.4);
            search.currency = sort == Sort.PRICE ? "EUR" : null;
            search.sort = sort;
            var all = index.find(search.made(), null, 1000).orElseThrow().hits().stream()
                    .map(Found.Hit::id)
                    .toList();
            var met = new ArrayList<TherapistId>();
            @Nullable String next = null;
            do {
                var page = index.find(search.made(), next, 7).orElseThrow();
                page.hits().forEach(hit -> met.add(hit.id()));
                next = page.next();
                for (int i = 0; i < 5; i++) {
                    index.keep(new TherapistId(UUID.randomUUID()), directory.therapist());
                    var leaving = directory.one(all);
                    staying.remove(leaving);
                    index.forget(leaving);
                }
                index.refresh();
            } while (next != null);

            assertThat(met).as("seed %d", seed).doesNotHaveDuplicates();
            assertThat(met)
                    .as("seed %d", seed)
                    .containsAll(all.stream().filter(staying::contains).toList());
        }
    }

    @Test
    void a_page_begins_after_somebody_who_is_gone() {
        var directory = new RandomDirectory(seed, 10, 50);
        try (var index = new TherapistIndex(StrictJson.mapper())) {
            directory.tell(index);
            var search = new Searches().made();
            var first = index.find(search, null, 10).orElseThrow();
            var second = index.find(search, first.next(), 10).orElseThrow();
            index.forget(first.hits().getLast().id());
            index.refresh();

            assertThat(index.find(search, first.next(), 10).orElseThrow().hits())
                    .isEqualTo(second.hits());
        }
    }
}
