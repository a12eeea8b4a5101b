/**
 * How a therapist or a clinic looks: what somebody sent becomes two JPEGs of ours, kept in the service's own store and
 * named by their content. Knows nothing of who is in the picture.
 */
@NullMarked
package io.rhomboid.therapist.photo;

import org.jspecify.annotations.NullMarked;
