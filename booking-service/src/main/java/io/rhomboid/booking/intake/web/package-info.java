/** Intakes over HTTP. */
@NullMarked
package io.rhomboid.booking.intake.web;

import org.jspecify.annotations.NullMarked;
