/**
 * What does a person see? Three pages – sign in, ask for a code, use it – without a script, and the few words around
 * them. Each refusal says what to do.
 */
@NullMarked
package io.rhomboid.signin.page;

import org.jspecify.annotations.NullMarked;
