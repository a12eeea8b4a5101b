/** Day sheets, weeks and reports over HTTP. */
@NullMarked
package io.rhomboid.booking.daysheet.web;

import org.jspecify.annotations.NullMarked;
