package io.rhomboid.signin.authorization;

import java.util.List;

import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.core.oidc.endpoint.OidcParameterNames;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.OAuth2TokenType;
import org.springframework.security.oauth2.server.authorization.token.JwtEncodingContext;
import org.springframework.security.oauth2.server.authorization.token.OAuth2TokenCustomizer;

import io.rhomboid.signin.account.Account;
import io.rhomboid.signin.account.Accounts;

/**
 * Puts into tokens what services go by:
 *
 * <pre>{@code
 * {"iss": "http://localhost:8090", "aud": ["rhomboid"], "sub": "<account>", "email": "jo@client.example",
 *  "email_verified": true, "name": "Jo Weber", "roles": [], …}
 * }</pre>
 *
 * <p>Only access tokens have the audience; an ID token is for the client that asked. The account is read each time, so a
 * refreshed token knows what has changed, and there is none for an account that is gone.
 */
final class WhatTokensSay implements OAuth2TokenCustomizer<JwtEncodingContext> {

    private static final String AUDIENCE = "rhomboid";

    private final Accounts accounts;

    WhatTokensSay(Accounts accounts) {
        this.accounts = accounts;
    }

    @Override
    public void customize(JwtEncodingContext context) {
        context.getJwsHeader().algorithm(SignatureAlgorithm.ES256);
        var type = context.getTokenType();
        if (OAuth2TokenType.ACCESS_TOKEN.equals(type)) {
            context.getClaims().audience(List.of(AUDIENCE));
            context.getJwsHeader().type("at+jwt");
        } else if (!OidcParameterNames.ID_TOKEN.equals(type.getValue())) {
            return;
        }
        if (AuthorizationGrantType.CLIENT_CREDENTIALS.equals(context.getAuthorizationGrantType())) {
            var client = context.getRegisteredClient().getClientId();
            context.getClaims()
                    .claim("name", client)
                    .claim("roles", client.equals(Clients.DEMO) ? List.of(Account.PLATFORM_ADMIN) : List.of());
        } else {
            var account = accounts.withId(context.getPrincipal().getName())
                    .orElseThrow(() -> new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_GRANT));
            context.getClaims()
                    .claim("email", account.email())
                    .claim("email_verified", true)
                    .claim("name", account.name())
                    .claim("roles", account.roles());
        }
    }
}
