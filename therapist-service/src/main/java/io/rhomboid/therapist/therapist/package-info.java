/**
 * Who treats: the therapist's profile, and how a client finds one. Hours, prices and licences are changed elsewhere.
 */
@NullMarked
package io.rhomboid.therapist.therapist;

import org.jspecify.annotations.NullMarked;
