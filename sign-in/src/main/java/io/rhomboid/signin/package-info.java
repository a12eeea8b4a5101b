/**
 * Who is who? A small OpenID provider for the run without Docker: demo people, clients who register with a mailed code,
 * tokens for the gateway, for apps and for the demo's loader.
 *
 * <p>Below lie {@code account} (people, passwords, codes), {@code authorization} (clients, tokens, keys) and {@code page}
 * (what a person sees). It knows nothing of clinics: who works where is kept by therapist-service. Not for production,
 * where any OpenID provider does the same; it does not start there.
 */
@NullMarked
package io.rhomboid.signin;

import org.jspecify.annotations.NullMarked;
