/**
 * Keeps the catalogue in collection {@code catalogue} of the service's own database.
 */
@NullMarked
package io.rhomboid.booking.availability.mongo;

import org.jspecify.annotations.NullMarked;
