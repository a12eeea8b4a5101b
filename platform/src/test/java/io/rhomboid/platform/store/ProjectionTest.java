package io.rhomboid.platform.store;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Random;
import java.util.concurrent.Executors;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoCollection;
import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

import io.rhomboid.testing.RealStore;

import static org.assertj.core.api.Assertions.assertThat;

@Tag("store")
class ProjectionTest {

    MongoClient client = MongoClients.create(RealStore.uri());
    MongoCollection<Document> collection;
    Projection projection;

    @BeforeEach
    void open() {
        collection = client.getDatabase(RealStore.newDatabase()).getCollection("copies");
        projection = new Projection(collection);
    }

    @AfterEach
    void close() {
        client.close();
    }

    @Test
    void keeps_what_is_new_and_passes_over_what_is_repeated_or_old() {
        assertThat(projection.apply("a", 2, Updates.set("name", "second"))).isTrue();
        assertThat(projection.apply("a", 2, Updates.set("name", "repeated"))).isFalse();
        assertThat(projection.apply("a", 1, Updates.set("name", "first"))).isFalse();
        assertThat(projection.apply("a", 3, Updates.set("name", "third"))).isTrue();

        assertThat(collection.find(Filters.eq("_id", "a")).first())
                .isEqualTo(new Document("_id", "a").append("version", 3L).append("name", "third"));
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3})
    void ends_with_the_newest_in_whatever_order_and_by_how_many_it_is_told(long seed) throws Exception {
        var told = new ArrayList<Long>();
        for (long version = 1; version <= 20; version++) told.addAll(Collections.nCopies(3, version));
        Collections.shuffle(told, new Random(seed));

        try (var many = Executors.newVirtualThreadPerTaskExecutor()) {
            for (long version : told) many.submit(() -> projection.apply("a", version, Updates.set("says", version)));
        }

        assertThat(collection.find().into(new ArrayList<>()))
                .containsExactly(new Document("_id", "a").append("version", 20L).append("says", 20L));
    }
}
