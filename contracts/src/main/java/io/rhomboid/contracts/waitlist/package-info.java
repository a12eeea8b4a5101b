/**
 * What booking-service says about who waits for a freed slot. No personal data beside the client's id, no health data
 * at all.
 */
@NullMarked
package io.rhomboid.contracts.waitlist;

import org.jspecify.annotations.NullMarked;
