/**
 * How a service speaks HTTP: one problem format, strict JSON, idempotency keys, expected versions.
 */
@NullMarked
package io.rhomboid.platform.web;

import org.jspecify.annotations.NullMarked;
