/** That somebody wants to fill in, or has filled in, what they say about their body. Never what they say. */
@NullMarked
package io.rhomboid.contracts.intake;

import org.jspecify.annotations.NullMarked;
