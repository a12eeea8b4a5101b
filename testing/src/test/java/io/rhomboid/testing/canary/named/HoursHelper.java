package io.rhomboid.testing.canary.named;

record HoursHelper() {}
