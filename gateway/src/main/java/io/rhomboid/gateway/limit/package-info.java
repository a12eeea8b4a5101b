/**
 * How much, how often and for how long may one visitor ask of us? Bytes of the head, bytes of the body, seconds to send
 * them; requests of each kind in a time, slots held.
 */
@NullMarked
package io.rhomboid.gateway.limit;

import org.jspecify.annotations.NullMarked;
