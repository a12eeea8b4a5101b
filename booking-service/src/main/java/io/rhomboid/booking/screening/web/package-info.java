/** Screening over HTTP. */
@NullMarked
package io.rhomboid.booking.screening.web;

import org.jspecify.annotations.NullMarked;
