/**
 * When: what is free ({@code availability}) and what is booked ({@code reservation}). Knows clinics, treatments and
 * therapists only from their events.
 */
@NullMarked
package io.rhomboid.booking;

import org.jspecify.annotations.NullMarked;
