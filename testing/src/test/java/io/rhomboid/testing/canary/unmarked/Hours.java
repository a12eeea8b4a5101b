package io.rhomboid.testing.canary.unmarked;

record Hours() {}
