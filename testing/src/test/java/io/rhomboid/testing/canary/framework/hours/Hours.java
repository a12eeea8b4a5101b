package io.rhomboid.testing.canary.framework.hours;

import org.bson.Document;

record Hours(Document document) {}
