/**
 * What is to be told at a time to come: written down when the booking is told of, taken when it is due, withdrawn when
 * the booking becomes another. Knows when, not how it is worded, nor by which channel it goes.
 */
@NullMarked
package io.rhomboid.notification.reminder;

import org.jspecify.annotations.NullMarked;
