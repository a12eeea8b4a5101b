/** How clients ask to be forgotten, and see that it was done. */
@NullMarked
package io.rhomboid.booking.erasure.web;

import org.jspecify.annotations.NullMarked;
