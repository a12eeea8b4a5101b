/** Where do events go on one machine? A real Kafka broker, in this process. */
@NullMarked
package io.rhomboid.local.broker;

import org.jspecify.annotations.NullMarked;
