/**
 * What booking-service says about clients: the only topic with personal data.
 */
@NullMarked
package io.rhomboid.contracts.client;

import org.jspecify.annotations.NullMarked;
