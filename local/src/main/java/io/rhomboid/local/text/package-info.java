/** Text messages of the local run: taken as Twilio's API takes them, and shown on a page instead of sent. */
@NullMarked
package io.rhomboid.local.text;

import org.jspecify.annotations.NullMarked;
