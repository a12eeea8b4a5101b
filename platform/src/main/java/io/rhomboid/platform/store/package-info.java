/**
 * How a service keeps what it knows: durable writes, records as documents, copies that only ever grow newer.
 */
@NullMarked
package io.rhomboid.platform.store;

import org.jspecify.annotations.NullMarked;
