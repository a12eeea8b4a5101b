/**
 * Three clinics to try everything on: in Berlin, Raleigh and Auckland, whose clocks change on different days.
 *
 * <p>The clinics are data files under {@code /demo}; they are loaded as anybody could, through the public API of the
 * gateway, and only what is not there yet. Knows no service and no store.
 */
@NullMarked
package io.rhomboid.demo;

import org.jspecify.annotations.NullMarked;
