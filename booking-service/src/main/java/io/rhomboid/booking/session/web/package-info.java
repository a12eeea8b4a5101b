/** Notes and pain over HTTP. */
@NullMarked
package io.rhomboid.booking.session.web;

import org.jspecify.annotations.NullMarked;
