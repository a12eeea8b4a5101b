package io.rhomboid.platform.store;

import java.time.Clock;
import java.util.concurrent.TimeUnit;

import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.platform.events.EventJson;
import io.rhomboid.platform.migration.AfterRestore;
import io.rhomboid.platform.migration.Migration;
import io.rhomboid.platform.migration.Migrations;

/** Keeping what a service knows, in a database of its own. */
@Configuration(proxyBeanMethods = false)
@ConditionalOnClass(MongoClient.class)
public class StorePart {

    /** Nothing waits long for a store that is away; a caller gets its answer within three seconds. */
    @Bean
    MongoClientSettingsBuilderCustomizer boundedWaiting() {
        return settings -> settings.applyToClusterSettings(c -> c.serverSelectionTimeout(2, TimeUnit.SECONDS))
                .applyToSocketSettings(
                        s -> s.connectTimeout(1, TimeUnit.SECONDS).readTimeout(10, TimeUnit.SECONDS))
                .applyToConnectionPoolSettings(p -> p.maxSize(100).maxWaitTime(2, TimeUnit.SECONDS));
    }

    /** The service's own database; a write is acknowledged when a majority has it in its journal. */
    @Bean
    MongoDatabase database(
            MongoClient client,
            @Value("${rhomboid.database:}") String given,
            @Value("${spring.application.name}") String application) {
        var name = given.isBlank() ? application.replace("-service", "") : given;
        return client.getDatabase(name)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true))
                .withReadConcern(ReadConcern.MAJORITY);
    }

    @Bean
    Migrations migrations(
            MongoDatabase database,
            ObjectProvider<Migration> migrations,
            ObjectProvider<AfterRestore> afterRestore,
            Clock clock) {
        return new Migrations(
                database, migrations.stream().toList(), afterRestore.stream().toList(), clock);
    }

    @Bean
    JsonDocuments jsonDocuments() {
        return new JsonDocuments(EventJson.mapper());
    }
}
