@NullMarked
package io.rhomboid.signin;

import org.jspecify.annotations.NullMarked;
