package io.rhomboid.testing.canary.nosy.hours;

import io.rhomboid.testing.canary.adapter.hours.mongo.MongoHours;

record Hours(MongoHours ofAnother) {}
