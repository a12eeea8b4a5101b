/** Asking servers that are not ours, at addresses that people gave us. */
@NullMarked
package io.rhomboid.platform.outside;

import org.jspecify.annotations.NullMarked;
