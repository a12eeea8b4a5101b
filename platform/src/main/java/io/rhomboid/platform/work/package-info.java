/** Work that nobody asks for and that must be done all the same. */
@NullMarked
package io.rhomboid.platform.work;

import org.jspecify.annotations.NullMarked;
