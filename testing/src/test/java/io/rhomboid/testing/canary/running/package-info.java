/** Text from anywhere becomes a command of the system. */
@NullMarked
package io.rhomboid.testing.canary.running;

import org.jspecify.annotations.NullMarked;
