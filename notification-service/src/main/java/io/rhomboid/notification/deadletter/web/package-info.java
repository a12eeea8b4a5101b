/** Whoever looks after the platform sees dead letters and decides about them. */
@NullMarked
package io.rhomboid.notification.deadletter.web;

import org.jspecify.annotations.NullMarked;
