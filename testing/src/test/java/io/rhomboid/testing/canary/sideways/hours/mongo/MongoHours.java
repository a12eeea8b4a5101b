package io.rhomboid.testing.canary.sideways.hours.mongo;

public record MongoHours() {}
