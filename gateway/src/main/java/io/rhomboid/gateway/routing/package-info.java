/**
 * Which service answers this path, and what is said when it does not?
 *
 * <p>Routes are fixed in code: nothing can be added while the gateway runs.
 */
@NullMarked
package io.rhomboid.gateway.routing;

import org.jspecify.annotations.NullMarked;
