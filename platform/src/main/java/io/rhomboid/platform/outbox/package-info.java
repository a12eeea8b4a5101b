/**
 * How a fact that was stored reaches Kafka: kept in the same document, relayed in order, at least once.
 */
@NullMarked
package io.rhomboid.platform.outbox;

import org.jspecify.annotations.NullMarked;
