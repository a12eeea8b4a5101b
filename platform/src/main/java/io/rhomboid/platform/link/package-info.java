/** Links that open one thing to whoever has them. */
@NullMarked
package io.rhomboid.platform.link;

import org.jspecify.annotations.NullMarked;
