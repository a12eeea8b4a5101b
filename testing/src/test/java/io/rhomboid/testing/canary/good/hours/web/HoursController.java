package io.rhomboid.testing.canary.good.hours.web;

record HoursController() {}
