/**
 * The right to treat: which licence a therapist says they have, and what came of looking into it.
 */
@NullMarked
package io.rhomboid.therapist.licence;

import org.jspecify.annotations.NullMarked;
