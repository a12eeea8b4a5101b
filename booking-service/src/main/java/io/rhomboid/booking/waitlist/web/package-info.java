/** The waitlist over HTTP. */
@NullMarked
package io.rhomboid.booking.waitlist.web;

import org.jspecify.annotations.NullMarked;
