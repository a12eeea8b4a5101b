/**
 * What can be given: the techniques with all that a client or a page needs to choose one, and who must not have it.
 *
 * <p>The catalogue comes as data files with the service and is the clinics' from then on: they may change what is in
 * it and add to it. What speaks against every massage is in every treatment, whoever wrote it.
 */
@NullMarked
package io.rhomboid.therapist.treatment;

import org.jspecify.annotations.NullMarked;
