/** Where do documents go on one machine? A store that speaks MongoDB's protocol, in this process. */
@NullMarked
package io.rhomboid.local.store;

import org.jspecify.annotations.NullMarked;
