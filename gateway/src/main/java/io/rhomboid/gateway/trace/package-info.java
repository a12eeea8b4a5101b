/**
 * Which requests are followed from part to part, and how do the services behind know which one they are in?
 *
 * <p>By W3C Trace Context. Few requests are followed, all are counted ({@code watch}).
 */
@NullMarked
package io.rhomboid.gateway.trace;

import org.jspecify.annotations.NullMarked;
