/** Clinics' own scripts over HTTP. */
@NullMarked
package io.rhomboid.notification.message.web;

import org.jspecify.annotations.NullMarked;
