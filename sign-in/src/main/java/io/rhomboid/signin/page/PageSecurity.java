package io.rhomboid.signin.page;

import java.util.stream.Collectors;
import java.util.stream.Stream;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.annotation.Order;
import org.springframework.security.authentication.AuthenticationProvider;
import org.springframework.security.authentication.BadCredentialsException;
import org.springframework.security.authentication.LockedException;
import org.springframework.security.authentication.UsernamePasswordAuthenticationToken;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.core.Authentication;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.authentication.WebAuthenticationDetails;
import org.springframework.security.web.header.writers.CrossOriginOpenerPolicyHeaderWriter;
import org.springframework.security.web.header.writers.ReferrerPolicyHeaderWriter.ReferrerPolicy;
import org.springframework.security.web.savedrequest.HttpSessionRequestCache;
import org.springframework.security.web.savedrequest.NullRequestCache;
import org.springframework.security.web.servlet.util.matcher.PathPatternRequestMatcher;

import io.rhomboid.signin.SignInSettings;
import io.rhomboid.signin.account.Registry;
import io.rhomboid.signin.account.Registry.SignedIn;
import io.rhomboid.signin.authorization.SignedInPerson;

/** Who may see which page (everybody, and there are no others), how a form is taken, and what a browser may do with it. */
@Configuration(proxyBeanMethods = false)
class PageSecurity {

    private static final Logger log = LoggerFactory.getLogger(PageSecurity.class);

    /** On a port of its own, which is not for the world; only health is there. */
    @Bean
    @Order(0)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    @Bean
    @Order(2)
    SecurityFilterChain pages(HttpSecurity http, SignInSettings settings) {
        var afterSignIn = new HttpSessionRequestCache();
        http.authorizeHttpRequests(requests -> requests.requestMatchers(
                                "/", "/sign-in", "/register", "/register/code", "/pages/sign-in.css", "/error")
                        .permitAll()
                        .anyRequest()
                        .denyAll())
                .exceptionHandling(
                        handling -> handling.authenticationEntryPoint((_, response, _) -> response.sendError(404)))
                // Only the protocol's chain remembers where somebody wanted to go.
                .requestCache(cache -> cache.requestCache(new NullRequestCache()))
                .formLogin(form -> form.loginPage("/sign-in")
                        .usernameParameter("email")
                        .failureHandler((_, response, refusal) -> response.sendRedirect(
                                refusal instanceof LockedException ? "/sign-in?wait" : "/sign-in?wrong"))
                        .successHandler((request, response, _) -> {
                            var wanted = afterSignIn.getRequest(request, response);
                            response.sendRedirect(wanted == null ? "/" : wanted.getRedirectUrl());
                        }))
                .logout(out -> out.logoutRequestMatcher(PathPatternRequestMatcher.pathPattern("/sign-out"))
                        .logoutSuccessUrl("/"))
                .headers(headers -> headers.contentSecurityPolicy(policy -> policy.policyDirectives(policy(settings)))
                        .referrerPolicy(referrer -> referrer.policy(ReferrerPolicy.NO_REFERRER))
                        .crossOriginOpenerPolicy(opener -> opener.policy(
                                CrossOriginOpenerPolicyHeaderWriter.CrossOriginOpenerPolicy.SAME_ORIGIN)));
        return http.build();
    }

    /**
     * Own style, no script, no frame. Where a form may lead includes the gateways and the ports of apps: browsers hold
     * the redirects after a form to this, too, and the one after signing in leads there.
     */
    private static String policy(SignInSettings settings) {
        var leadsTo = Stream.concat(settings.gateways().stream().map(Object::toString), Stream.of("http://127.0.0.1:*"))
                .distinct()
                .collect(Collectors.joining(" "));
        return "default-src 'none'; style-src 'self'; img-src data:; base-uri 'none'; frame-ancestors 'none';"
                + " form-action 'self' " + leadsTo;
    }

    /** Asked by Spring as the only one there is; named to a chain besides, it would be asked twice. */
    @Bean
    AuthenticationProvider byPassword(Registry registry) {
        return new AuthenticationProvider() {
            @Override
            public Authentication authenticate(Authentication shown) {
                var visitor = shown.getDetails() instanceof WebAuthenticationDetails details
                        ? details.getRemoteAddress()
                        : "unknown";
                var password = shown.getCredentials() == null
                        ? ""
                        : shown.getCredentials().toString();
                return switch (registry.signIn(shown.getName(), password, visitor)) {
                    case SignedIn.Yes(var account) -> {
                        log.atInfo()
                                .addKeyValue("event", "signed-in")
                                .addKeyValue("account", account.id())
                                .addKeyValue("from", visitor)
                                .log("signed in");
                        var person = SignedInPerson.now(account.id());
                        person.setDetails(shown.getDetails());
                        yield person;
                    }
                    case SignedIn.No() -> {
                        log.atWarn()
                                .addKeyValue("event", "sign-in-refused")
                                .addKeyValue("from", visitor)
                                .log("sign-in refused");
                        throw new BadCredentialsException("address or password is wrong");
                    }
                    case SignedIn.TooOften() -> {
                        log.atWarn()
                                .addKeyValue("event", "sign-in-limited")
                                .addKeyValue("from", visitor)
                                .log("too many tries to sign in");
                        throw new LockedException("too many tries");
                    }
                };
            }

            @Override
            public boolean supports(Class<?> kind) {
                return UsernamePasswordAuthenticationToken.class.isAssignableFrom(kind);
            }
        };
    }
}
