package io.rhomboid.signin.authorization;

import java.util.Map;
import jakarta.servlet.http.HttpServletRequest;

import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.core.Authentication;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2ErrorCodes;
import org.springframework.security.oauth2.server.authorization.authentication.OAuth2ClientAuthenticationToken;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.web.authentication.AuthenticationConverter;

/**
 * Lets an app that can't keep a secret exchange its refresh token, and revoke it. The library lets such an app come with
 * a code and its verifier only, and gives it no refresh token.
 *
 * <p>What shows that the app is let in is the refresh token itself: it is random, good once, and bound to the client it
 * was given to; one that comes a second time ends the sign-in ({@link MongoAuthorizations}).
 */
final class AppsWithoutSecret implements AuthenticationConverter, AuthenticationProvider {

    /** An app that says which it is, and no more. */
    private static final class Named extends OAuth2ClientAuthenticationToken {

        Named(String client) {
            super(client, ClientAuthenticationMethod.NONE, null, Map.of());
        }
    }

    private final RegisteredClientRepository clients;

    AppsWithoutSecret(RegisteredClientRepository clients) {
        this.clients = clients;
    }

    @Override
    public @Nullable Authentication convert(HttpServletRequest request) {
        var client = only(request, "client_id");
        var plain = request.getMethod().equals(HttpMethod.POST.name())
                && request.getHeader(HttpHeaders.AUTHORIZATION) == null
                && request.getParameter("client_secret") == null
                && request.getParameter("client_assertion") == null;
        var fits = "refresh_token".equals(only(request, "grant_type"))
                || request.getRequestURI().endsWith("/oauth2/revoke");
        return client != null && plain && fits ? new Named(client) : null;
    }

    private static @Nullable String only(HttpServletRequest request, String name) {
        var values = request.getParameterValues(name);
        return values == null || values.length != 1 ? null : values[0];
    }

    @Override
    public Authentication authenticate(Authentication named) {
        var client = clients.findByClientId(named.getName());
        if (client == null || !client.getClientAuthenticationMethods().contains(ClientAuthenticationMethod.NONE)) {
            throw new OAuth2AuthenticationException(OAuth2ErrorCodes.INVALID_CLIENT);
        }
        return new OAuth2ClientAuthenticationToken(client, ClientAuthenticationMethod.NONE, null);
    }

    @Override
    public boolean supports(Class<?> authentication) {
        return Named.class.isAssignableFrom(authentication);
    }
}
