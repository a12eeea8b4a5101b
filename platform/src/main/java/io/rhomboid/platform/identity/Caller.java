package io.rhomboid.platform.identity;

import org.jspecify.annotations.Nullable;
import org.springframework.security.core.context.SecurityContextHolder;

/** Who sends a request, as far as a token shows. */
public sealed interface Caller {

    /** Somebody without a token. */
    record Anyone() implements Caller {}

    /**
     * Somebody, or a program of ours, that an issuer vouches for.
     *
     * @param subject names them for ever; means nothing to a person
     * @param mail only if the issuer has verified it
     * @param platformAdmin may do everything but read about anybody's health
     */
    record Person(
            String subject, @Nullable String mail, @Nullable String name, boolean platformAdmin) implements Caller {}

    /** Of the request that this thread works on. */
    static Caller current() {
        var authentication = SecurityContextHolder.getContext().getAuthentication();
        return authentication != null && authentication.getPrincipal() instanceof Caller caller ? caller : new Anyone();
    }
}
