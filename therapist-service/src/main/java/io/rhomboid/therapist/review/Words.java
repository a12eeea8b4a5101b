package io.rhomboid.therapist.review;

import org.jspecify.annotations.Nullable;

/**
 * What a client writes, and by which name they want to be shown.
 *
 * @param author null for nobody's name
 */
record Words(@Nullable String text, @Nullable String author) {}
