/**
 * Who has read what a client said about their body, and why: a record for each client, in which each entry proves those
 * before it. Nothing is read before it is on record. The client sees all of it.
 */
@NullMarked
package io.rhomboid.booking.disclosure;

import org.jspecify.annotations.NullMarked;
