package io.rhomboid.platform.identity;

import java.util.List;

import org.springframework.security.authentication.AbstractAuthenticationToken;
import org.springframework.security.oauth2.jwt.Jwt;

import io.rhomboid.platform.identity.Caller.Person;

/** A person whose token holds, as Spring Security keeps them. Carries no authorities: rules are ours. */
final class SignedIn extends AbstractAuthenticationToken {

    private static final String PLATFORM_ADMIN = "platform-admin";

    private final transient Person person;

    private SignedIn(Person person) {
        super(List.of());
        this.person = person;
        setAuthenticated(true);
    }

    static SignedIn with(Jwt token) {
        var roles = token.getClaim("roles") instanceof List<?> all ? all : List.of();
        return new SignedIn(new Person(
                token.getSubject(),
                Boolean.TRUE.equals(token.getClaim("email_verified")) ? token.getClaimAsString("email") : null,
                token.getClaimAsString("name"),
                roles.contains(PLATFORM_ADMIN)));
    }

    @Override
    public Person getPrincipal() {
        return person;
    }

    /** The token is not kept: nobody needs it any more. */
    @Override
    public Object getCredentials() {
        return "";
    }

    @Override
    public boolean equals(Object other) {
        return this == other;
    }

    @Override
    public int hashCode() {
        return System.identityHashCode(this);
    }
}
