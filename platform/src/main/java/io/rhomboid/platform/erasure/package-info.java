/** What every service says once it has forgotten a client. What it forgets, and how, it knows itself. */
@NullMarked
package io.rhomboid.platform.erasure;

import org.jspecify.annotations.NullMarked;
