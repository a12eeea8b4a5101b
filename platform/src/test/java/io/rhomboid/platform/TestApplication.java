package io.rhomboid.platform;

import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.test.context.DynamicPropertyRegistry;

import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;

/** A service with nothing in it but the platform, and what a test adds. */
@SpringBootApplication
public class TestApplication {

    /** A database of its own on the real store, and the real broker. */
    public static void realParts(DynamicPropertyRegistry registry) {
        var database = RealStore.newDatabase();
        registry.add("spring.mongodb.uri", RealStore::uri);
        registry.add("rhomboid.database", () -> database);
        registry.add("spring.kafka.bootstrap-servers", RealBroker::bootstrapServers);
    }
}
