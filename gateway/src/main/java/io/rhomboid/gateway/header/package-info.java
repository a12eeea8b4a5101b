/**
 * Who is asking, under which request id, and which headers cross the door in either direction?
 */
@NullMarked
package io.rhomboid.gateway.header;

import org.jspecify.annotations.NullMarked;
