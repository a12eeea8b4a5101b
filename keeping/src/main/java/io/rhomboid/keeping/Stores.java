package io.rhomboid.keeping;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

import com.mongodb.ConnectionString;
import com.mongodb.MongoClientSettings;
import com.mongodb.ReadConcern;
import com.mongodb.WriteConcern;
import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoClients;
import com.mongodb.client.MongoDatabase;
import org.bson.Document;

import io.rhomboid.keeping.Places.Place;

/** Connections to the stores, one each, closed together. */
final class Stores implements AutoCloseable {

    private final Map<String, MongoClient> clients = new HashMap<>();

    MongoDatabase open(Place place) {
        return clients.computeIfAbsent(place.uri(), Stores::connect)
                .getDatabase(place.database())
                .withReadConcern(ReadConcern.MAJORITY)
                .withWriteConcern(WriteConcern.MAJORITY.withJournal(true));
    }

    private static MongoClient connect(String uri) {
        try {
            return MongoClients.create(MongoClientSettings.builder()
                    .applyConnectionString(new ConnectionString(uri))
                    .applyToClusterSettings(cluster -> cluster.serverSelectionTimeout(5, TimeUnit.SECONDS))
                    .build());
        } catch (IllegalArgumentException e) {
            // The string may have a password in it.
            throw new Refused("MONGODB_URI is no connection string: it begins with mongodb:// or mongodb+srv://.", e);
        }
    }

    /** The names of what has documents in it, in order; views and the store's own apart. */
    static List<String> collections(MongoDatabase database) {
        return database.listCollections().map(found -> found).into(new ArrayList<Document>()).stream()
                .filter(found -> !"view".equals(found.getString("type")))
                .map(found -> found.getString("name"))
                .filter(name -> !name.startsWith("system."))
                .sorted()
                .toList();
    }

    @Override
    public void close() {
        clients.values().forEach(MongoClient::close);
    }
}
