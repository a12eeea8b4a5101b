package io.rhomboid.testing.canary.adapter.hours.mongo;

public record MongoHours() {}
