/**
 * How a list from a spreadsheet is taken in: read as CSV, checked line by line, and stored as a whole or not at all.
 * Knows the shape of such a list, not what is in it.
 */
@NullMarked
package io.rhomboid.therapist.csv;

import org.jspecify.annotations.NullMarked;
