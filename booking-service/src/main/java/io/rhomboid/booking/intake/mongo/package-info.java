/** Where intakes are, sealed. */
@NullMarked
package io.rhomboid.booking.intake.mongo;

import org.jspecify.annotations.NullMarked;
