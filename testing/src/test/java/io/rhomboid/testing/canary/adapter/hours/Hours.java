package io.rhomboid.testing.canary.adapter.hours;

import io.rhomboid.testing.canary.adapter.hours.mongo.MongoHours;

record Hours(MongoHours stored) {}
