/** The guide over HTTP: its questions, and its answer to one complaint. */
@NullMarked
package io.rhomboid.therapist.guide.web;

import org.jspecify.annotations.NullMarked;
