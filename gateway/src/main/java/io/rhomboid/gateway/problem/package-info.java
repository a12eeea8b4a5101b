/**
 * How does the gateway itself say no? Always as RFC 9457 problem+json, in the shape that the services use.
 *
 * <p>The services' own problems pass through untouched. The services' classes for it stand on servlets and are not used
 * here.
 */
@NullMarked
package io.rhomboid.gateway.problem;

import org.jspecify.annotations.NullMarked;
