/**
 * The one door to Rhomboid: which service answers which path, and what no request gets past.
 *
 * <p>Below lie {@code routing} (paths, services, breakers, pages), {@code limit} (bytes, seconds and how often),
 * {@code header} (who is asking, what is passed on, what a browser is told), {@code watch} (who tries what they should
 * not) and {@code problem} (how the gateway says no). The gateway knows the services by address only: none of their
 * words, none of their data.
 */
@NullMarked
package io.rhomboid.gateway;

import org.jspecify.annotations.NullMarked;
