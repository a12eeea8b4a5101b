/**
 * How clients found their sessions: reviews, the therapist's answer, what is reported and moderated, and what it all
 * comes to for each therapist.
 *
 * <p>Hears of completed sessions and of erased clients from topics; says what it knows on topic {@code reviews}. Who
 * asks is not known yet: that somebody was treated is shown by a booking's id and reference, which only its client and
 * the clinic have. Where there is sign-in, the client's own id takes that place.
 */
@NullMarked
package io.rhomboid.therapist.review;

import org.jspecify.annotations.NullMarked;
