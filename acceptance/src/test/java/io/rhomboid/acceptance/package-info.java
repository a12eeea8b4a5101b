/**
 * Does the whole of it work? Stories told through the gateway to the real services, each its own process, on a real
 * broker and a store on a file.
 *
 * <p>Nothing of the services' code is known here: only what a client sees, and what is on disk and on the wire.
 */
@NullMarked
package io.rhomboid.acceptance;

import org.jspecify.annotations.NullMarked;
