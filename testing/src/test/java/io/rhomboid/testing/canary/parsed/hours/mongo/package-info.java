/** An adapter that makes a question to the store of text. */
@NullMarked
package io.rhomboid.testing.canary.parsed.hours.mongo;

import org.jspecify.annotations.NullMarked;
