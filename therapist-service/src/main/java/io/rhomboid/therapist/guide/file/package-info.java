/** Reads the guide's data files and refuses to start the service with one that contradicts itself. */
@NullMarked
package io.rhomboid.therapist.guide.file;

import org.jspecify.annotations.NullMarked;
