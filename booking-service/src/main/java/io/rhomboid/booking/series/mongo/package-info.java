/** Series in MongoDB: one document each, which carries the decision for all its visits. */
@NullMarked
package io.rhomboid.booking.series.mongo;

import org.jspecify.annotations.NullMarked;
