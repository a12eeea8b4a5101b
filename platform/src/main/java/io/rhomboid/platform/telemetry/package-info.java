/** What traces and metrics may keep of a request. */
@NullMarked
package io.rhomboid.platform.telemetry;

import org.jspecify.annotations.NullMarked;
