/**
 * Availability over HTTP.
 */
@NullMarked
package io.rhomboid.booking.availability.web;

import org.jspecify.annotations.NullMarked;
