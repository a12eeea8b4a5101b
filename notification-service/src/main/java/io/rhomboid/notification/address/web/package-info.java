/** How people name an address and prove that it is theirs, over HTTP. */
@NullMarked
package io.rhomboid.notification.address.web;

import org.jspecify.annotations.NullMarked;
