/** What a request is answered while the keys are away. */
@NullMarked
package io.rhomboid.booking.vault.web;

import org.jspecify.annotations.NullMarked;
