@NullMarked
package io.rhomboid.signin.account;

import org.jspecify.annotations.NullMarked;
