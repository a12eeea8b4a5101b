package io.rhomboid.testing.canary.words;

import org.bson.Document;

record Word(Document document) {}
