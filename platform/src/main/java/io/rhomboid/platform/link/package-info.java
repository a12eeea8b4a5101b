/** Links that open one booking to whoever has them. */
@NullMarked
package io.rhomboid.platform.link;

import org.jspecify.annotations.NullMarked;
