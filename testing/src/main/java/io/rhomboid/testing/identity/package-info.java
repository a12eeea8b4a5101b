/**
 * A sign-in for tests: signs whatever token is asked for. Services under test believe it by themselves, and what is sent
 * by MockMvc is signed in as an admin of the platform unless it says otherwise.
 */
@NullMarked
package io.rhomboid.testing.identity;

import org.jspecify.annotations.NullMarked;
