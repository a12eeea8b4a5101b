/** What a request is answered while the keys are away, or when one is gone. */
@NullMarked
package io.rhomboid.booking.vault.web;

import org.jspecify.annotations.NullMarked;
