/**
 * Who sends a request, and whether they may: tokens, callers, the rule of each operation.
 *
 * <p>A token says who somebody is and that an issuer vouches for it; what they are at which clinic is ours to say
 * ({@link io.rhomboid.platform.identity.Memberships}). Which things are somebody's own, each service answers for its
 * own kinds ({@link io.rhomboid.platform.identity.Belonging}). Knows no sign-in, no password and no session.
 */
@NullMarked
package io.rhomboid.platform.identity;

import org.jspecify.annotations.NullMarked;
