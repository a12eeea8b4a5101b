package io.rhomboid.signin.authorization;

import java.net.URI;
import java.time.Duration;
import java.util.List;

import org.springframework.security.crypto.password.PasswordEncoder;
import org.springframework.security.oauth2.core.AuthorizationGrantType;
import org.springframework.security.oauth2.core.ClientAuthenticationMethod;
import org.springframework.security.oauth2.core.oidc.OidcScopes;
import org.springframework.security.oauth2.jose.jws.SignatureAlgorithm;
import org.springframework.security.oauth2.server.authorization.client.InMemoryRegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClient;
import org.springframework.security.oauth2.server.authorization.client.RegisteredClientRepository;
import org.springframework.security.oauth2.server.authorization.settings.ClientSettings;
import org.springframework.security.oauth2.server.authorization.settings.TokenSettings;

import io.rhomboid.signin.SignInSettings;

/** The three programs that get tokens. All of them are ours, so nobody is asked for consent. */
final class Clients {

    /** Signs people in for browsers, which never see a token. */
    static final String GATEWAY = "rhomboid-gateway";
    /** Apps and command lines: they can't keep a secret, so PKCE alone shows that the code is theirs. */
    static final String APP = "rhomboid-app";
    /** The demo's loader and other tools: act for themselves, as a platform admin. */
    static final String DEMO = "rhomboid-demo";

    /** Any port of this machine: an app listens where it can. */
    private static final String LOOPBACK = "http://127.0.0.1/callback";

    private Clients() {}

    static RegisteredClientRepository of(SignInSettings settings, PasswordEncoder encoder) {
        return new InMemoryRegisteredClientRepository(
                gateway(settings.gateways(), encoder.encode(settings.gatewaySecret())),
                app(),
                demo(encoder.encode(settings.demoSecret())));
    }

    private static RegisteredClient gateway(List<URI> addresses, String secret) {
        var client = forPeople(GATEWAY)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC);
        for (var address : addresses) {
            client.redirectUri(address + "/login/oauth2/code/clinic").postLogoutRedirectUri(address + "/");
        }
        return client.build();
    }

    private static RegisteredClient app() {
        return forPeople(APP)
                .clientAuthenticationMethod(ClientAuthenticationMethod.NONE)
                .redirectUri(LOOPBACK)
                .build();
    }

    private static RegisteredClient demo(String secret) {
        return RegisteredClient.withId(DEMO)
                .clientId(DEMO)
                .clientSecret(secret)
                .clientAuthenticationMethod(ClientAuthenticationMethod.CLIENT_SECRET_BASIC)
                .authorizationGrantType(AuthorizationGrantType.CLIENT_CREDENTIALS)
                .tokenSettings(tokens())
                .build();
    }

    private static RegisteredClient.Builder forPeople(String id) {
        return RegisteredClient.withId(id)
                .clientId(id)
                .authorizationGrantType(AuthorizationGrantType.AUTHORIZATION_CODE)
                .authorizationGrantType(AuthorizationGrantType.REFRESH_TOKEN)
                .scope(OidcScopes.OPENID)
                .scope(OidcScopes.PROFILE)
                .scope(OidcScopes.EMAIL)
                .clientSettings(ClientSettings.builder()
                        .requireProofKey(true)
                        .requireAuthorizationConsent(false)
                        .build())
                .tokenSettings(tokens());
    }

    private static TokenSettings tokens() {
        return TokenSettings.builder()
                .idTokenSignatureAlgorithm(SignatureAlgorithm.ES256)
                .authorizationCodeTimeToLive(Duration.ofMinutes(1))
                .accessTokenTimeToLive(Duration.ofMinutes(5))
                .refreshTokenTimeToLive(Duration.ofHours(12))
                .reuseRefreshTokens(false)
                .build();
    }
}
