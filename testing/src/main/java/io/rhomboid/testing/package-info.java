/**
 * Which store and which broker do these tests run on?
 *
 * <p>In this order: what the environment names, what Testcontainers can start on a Docker engine that
 * answers, and what module {@code local} runs in this process. Each is started once for all tests of a
 * JVM, at the first question, and a line on standard output says which it became. Tests share it: they
 * pick databases, topics and groups that nobody else uses.
 */
@NullMarked
package io.rhomboid.testing;

import org.jspecify.annotations.NullMarked;
