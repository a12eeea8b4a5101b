package io.rhomboid.signin.authorization;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.core.Authentication;
import org.springframework.security.core.authority.FactorGrantedAuthority;

/** Somebody who has shown their password, as Spring's filters hand them around: named by their account's id. */
public final class SignedInPerson {

    private SignedInPerson() {}

    public static UsernamePasswordAuthenticationToken now(UUID account) {
        return at(account.toString(), Instant.now());
    }

    static UsernamePasswordAuthenticationToken at(String account, Instant when) {
        return UsernamePasswordAuthenticationToken.authenticated(
                account,
                null,
                List.of(FactorGrantedAuthority.withAuthority(FactorGrantedAuthority.PASSWORD_AUTHORITY)
                        .issuedAt(when)
                        .build()));
    }

    static Instant when(Authentication person) {
        return person.getAuthorities().stream()
                .filter(FactorGrantedAuthority.class::isInstance)
                .map(authority -> ((FactorGrantedAuthority) authority).getIssuedAt())
                .findFirst()
                .orElseThrow();
    }
}
