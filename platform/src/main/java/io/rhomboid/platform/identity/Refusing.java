package io.rhomboid.platform.identity;

import java.io.IOException;
import java.time.Duration;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.authentication.AuthenticationServiceException;
import org.springframework.security.core.AuthenticationException;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.web.AuthenticationEntryPoint;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.platform.identity.SecurityEvents.Kind;
import io.rhomboid.platform.web.Problem;

/** Says no to who can't show who they are: 401 as a problem, and how it would be done (RFC 6750). */
final class Refusing implements AuthenticationEntryPoint {

    static final Problem NOT_SIGNED_IN = Problem.of(
            HttpStatus.UNAUTHORIZED, "not-signed-in", "Sign in, and send the token as Authorization: Bearer ….");

    static final String CHALLENGE = "Bearer realm=\"rhomboid\"";

    private static final Logger log = LoggerFactory.getLogger(Refusing.class);

    private final SecurityEvents events;
    private final JsonMapper json;

    Refusing(SecurityEvents events, JsonMapper json) {
        this.events = events;
        this.json = json;
    }

    @Override
    public void commence(HttpServletRequest request, HttpServletResponse response, AuthenticationException e)
            throws IOException {
        if (e instanceof AuthenticationServiceException) {
            log.warn("The issuer's keys can't be had: {}", String.valueOf(e.getMessage()));
            Problem.of(
                            HttpStatus.SERVICE_UNAVAILABLE,
                            "sign-in-unavailable",
                            "We can't check who you are right now. Try again in a moment.")
                    .retryAfter(Duration.ofSeconds(5))
                    .write(response, json);
            return;
        }
        if (!(e instanceof OAuth2AuthenticationException refused)) {
            events.record(Kind.NOT_SIGNED_IN, new Caller.Anyone(), request.getMethod(), "no token");
            response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE);
            NOT_SIGNED_IN.write(response, json);
            return;
        }
        events.record(
                Kind.TOKEN_REFUSED,
                new Caller.Anyone(),
                request.getMethod(),
                String.valueOf(refused.getError().getDescription()));
        response.setHeader(HttpHeaders.WWW_AUTHENTICATE, CHALLENGE + ", error=\"invalid_token\"");
        Problem.of(
                        HttpStatus.UNAUTHORIZED,
                        "invalid-token",
                        "The token does not count: it is over, not from our sign-in, not for us, or damaged."
                                + " Get a new one.")
                .write(response, json);
    }
}
