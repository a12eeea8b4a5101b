/**
 * Who works at which clinic, and as what: members, and the invitations by which they become some.
 *
 * <p>Kept here and not in anybody's token, so that whoever leaves is out with the next request, and every sign-in will
 * do. Told on topic {@code members}, by which the other services know it. Says also what of this service belongs to
 * whom.
 */
@NullMarked
package io.rhomboid.therapist.staff;

import org.jspecify.annotations.NullMarked;
