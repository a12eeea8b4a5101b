@NullMarked
package io.rhomboid.therapist.review;

import org.jspecify.annotations.NullMarked;
