/** Holds a started gateway to its promises, over real sockets and with stand-ins for the services. */
@NullMarked
package io.rhomboid.gateway.session;

import org.jspecify.annotations.NullMarked;
