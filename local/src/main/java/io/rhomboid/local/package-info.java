/**
 * What the clinic needs around it when there is no Docker: broker, store and mail catcher in one process.
 *
 * <p>Each lies in a package of its own, knows nothing of the others and can be started alone; tests
 * use the broker and the store. Nothing here knows a service, a topic or a collection.
 */
@NullMarked
package io.rhomboid.local;

import org.jspecify.annotations.NullMarked;
