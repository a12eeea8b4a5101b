/**
 * What therapist-service says about reviews: the numbers and what they are about. Neither who wrote them nor in which
 * words, for facts are kept for ever and people can ask to be forgotten.
 */
@NullMarked
package io.rhomboid.contracts.review;

import org.jspecify.annotations.NullMarked;
