/**
 * How much, and for how long, may one request ask of us? Bytes of the head, bytes of the body, seconds to send them.
 */
@NullMarked
package io.rhomboid.gateway.limit;

import org.jspecify.annotations.NullMarked;
