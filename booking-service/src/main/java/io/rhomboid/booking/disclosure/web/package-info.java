/** A client's record over HTTP. */
@NullMarked
package io.rhomboid.booking.disclosure.web;

import org.jspecify.annotations.NullMarked;
