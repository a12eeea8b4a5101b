package io.rhomboid.booking.reservation;

/**
 * A request that a booking has obeyed, remembered so that its repeat has no second effect.
 *
 * @param key the caller's Idempotency-Key
 * @param bodyHash of what was asked for, so that the same key for something else is noticed
 */
public record Op(String key, String bodyHash) {}
