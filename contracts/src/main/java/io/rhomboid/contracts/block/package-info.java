/**
 * What booking-service says about times that are taken without a client: time off, closed rooms, busy elsewhere.
 */
@NullMarked
package io.rhomboid.contracts.block;

import org.jspecify.annotations.NullMarked;
