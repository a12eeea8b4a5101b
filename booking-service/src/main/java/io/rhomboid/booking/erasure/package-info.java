/**
 * Clients who want to be forgotten: from when on, what is done, and which services have said that it is done. What was
 * sealed for them becomes noise with their key (package vault); here everything else goes.
 */
@NullMarked
package io.rhomboid.booking.erasure;

import org.jspecify.annotations.NullMarked;
