/**
 * What may do somebody good: from what a client says of their back to whether a massage is safe, which technique, how
 * long, how often, and what they can do themselves.
 *
 * <p>The rules are data ({@code /guide}, read and checked by {@code file} when the service starts); what speaks
 * against a technique comes from the catalogue. Every answer names the rule and the article that it is from. Knows no
 * store: what a client says is health data, and is forgotten with the answer.
 */
@NullMarked
package io.rhomboid.therapist.guide;

import org.jspecify.annotations.NullMarked;
