/** Plans over HTTP. */
@NullMarked
package io.rhomboid.booking.plan.web;

import org.jspecify.annotations.NullMarked;
