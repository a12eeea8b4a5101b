/** Time off and room closures over HTTP. */
@NullMarked
package io.rhomboid.booking.block.web;

import org.jspecify.annotations.NullMarked;
