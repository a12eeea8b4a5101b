package io.rhomboid.testing.canary.good.hours.mongo;

import org.bson.Document;

record MongoHours(Document document) {}
