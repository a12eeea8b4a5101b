/**
 * How a service takes in other services' facts: what is retried, what is set aside, what is read.
 */
@NullMarked
package io.rhomboid.platform.events;

import org.jspecify.annotations.NullMarked;
