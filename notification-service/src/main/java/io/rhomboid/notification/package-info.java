/**
 * Telling people: who is to be told ({@code recipient}), what is said ({@code message}) and that it arrives, once
 * ({@code delivery}). Listens to the other services' topics and calls none of them.
 */
@NullMarked
package io.rhomboid.notification;

import org.jspecify.annotations.NullMarked;
