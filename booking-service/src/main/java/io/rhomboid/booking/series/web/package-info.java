/** Series over HTTP. */
@NullMarked
package io.rhomboid.booking.series.web;

import org.jspecify.annotations.NullMarked;
