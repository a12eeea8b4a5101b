package io.rhomboid.booking.availability;

/** A state as its owner last told it. */
public record Versioned<T>(long version, T state) {}
