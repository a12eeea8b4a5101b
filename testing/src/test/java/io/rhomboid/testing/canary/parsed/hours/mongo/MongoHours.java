package io.rhomboid.testing.canary.parsed.hours.mongo;

import org.bson.Document;

record MongoHours(Document document) {

    static MongoHours asked(String text) {
        return new MongoHours(Document.parse(text));
    }
}
