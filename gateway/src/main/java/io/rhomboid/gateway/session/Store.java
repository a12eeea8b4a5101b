package io.rhomboid.gateway.session;

import java.util.concurrent.Callable;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;

import com.mongodb.MongoException;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoCollection;
import org.bson.Document;
import org.springframework.boot.mongodb.autoconfigure.MongoClientSettingsBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** MongoDB, asked on a few threads of its own: the driver waits, and those who serve visitors must not. */
@Component
class Store {

    private static final int AT_ONCE = 16;
    private static final int IN_LINE = 2_000;

    private final MongoClient client;
    private final String database;
    private final Scheduler threads = Schedulers.newBoundedElastic(AT_ONCE, IN_LINE, "session-store");

    Store(MongoClient client, SessionSettings settings) {
        this.client = client;
        this.database = settings.database();
    }

    MongoCollection<Document> collection(String name) {
        return client.getDatabase(database).getCollection(name);
    }

    /** What the question brings; empty for null. {@link Provider.Away} if the store does not answer. */
    <T> Mono<T> ask(Callable<T> question) {
        return Mono.fromCallable(question)
                .subscribeOn(threads)
                .onErrorMap(
                        fault -> fault instanceof MongoException || fault instanceof RejectedExecutionException,
                        fault -> new Provider.Away("the store of sessions does not answer", fault));
    }

    /** Nobody at a page waits for half a minute. */
    @Configuration(proxyBeanMethods = false)
    static class Patience {

        @Bean
        MongoClientSettingsBuilderCustomizer shortPatience() {
            return settings -> settings.applyToClusterSettings(
                            cluster -> cluster.serverSelectionTimeout(2, TimeUnit.SECONDS))
                    .applyToSocketSettings(
                            socket -> socket.connectTimeout(1, TimeUnit.SECONDS).readTimeout(3, TimeUnit.SECONDS));
        }
    }
}
