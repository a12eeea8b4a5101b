/** Statements over HTTP. */
@NullMarked
package io.rhomboid.booking.statement.web;

import org.jspecify.annotations.NullMarked;
