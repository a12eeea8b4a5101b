/**
 * Takes in the topics that availability lives on. Every instance reads all of them for itself.
 */
@NullMarked
package io.rhomboid.booking.availability.kafka;

import org.jspecify.annotations.NullMarked;
