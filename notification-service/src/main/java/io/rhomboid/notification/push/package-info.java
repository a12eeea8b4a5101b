/** Messages to people's browsers, also while no page of ours is open: encrypted for the one browser (RFC 8291), and from nobody but us (RFC 8292). */
@NullMarked
package io.rhomboid.notification.push;

import org.jspecify.annotations.NullMarked;
