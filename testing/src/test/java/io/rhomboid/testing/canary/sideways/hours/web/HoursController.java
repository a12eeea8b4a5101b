package io.rhomboid.testing.canary.sideways.hours.web;

import io.rhomboid.testing.canary.sideways.hours.mongo.MongoHours;

record HoursController(MongoHours hours) {}
