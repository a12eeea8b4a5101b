package io.rhomboid.platform.identity;

import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import jakarta.servlet.http.HttpServletRequest;

import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import org.jspecify.annotations.Nullable;
import org.springdoc.core.customizers.GlobalOperationCustomizer;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.beans.factory.SmartInitializingSingleton;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnWebApplication;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.actuate.web.servlet.EndpointRequest;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Import;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.security.config.Customizer;
import org.springframework.security.config.ObjectPostProcessor;
import org.springframework.security.config.annotation.web.builders.HttpSecurity;
import org.springframework.security.config.annotation.web.configuration.EnableWebSecurity;
import org.springframework.security.config.annotation.web.configurers.AbstractHttpConfigurer;
import org.springframework.security.config.http.SessionCreationPolicy;
import org.springframework.security.oauth2.core.OAuth2AuthenticationException;
import org.springframework.security.oauth2.jwt.JwtDecoder;
import org.springframework.security.oauth2.server.resource.BearerTokenErrors;
import org.springframework.security.oauth2.server.resource.web.BearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.DefaultBearerTokenResolver;
import org.springframework.security.oauth2.server.resource.web.authentication.BearerTokenAuthenticationFilter;
import org.springframework.security.web.SecurityFilterChain;
import org.springframework.security.web.firewall.HttpFirewall;
import org.springframework.security.web.firewall.RequestRejectedHandler;
import org.springframework.security.web.firewall.StrictHttpFirewall;
import org.springframework.web.servlet.config.annotation.InterceptorRegistry;
import org.springframework.web.servlet.config.annotation.WebMvcConfigurer;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;
import tools.jackson.databind.json.JsonMapper;

import io.rhomboid.platform.identity.Caller.Anyone;
import io.rhomboid.platform.link.GuestLinks;
import io.rhomboid.platform.web.Problem;

/**
 * Every service is a resource server: it checks each token itself, also inside the network, and keeps nothing between
 * two requests. A token that does not count is refused wherever it is sent; who sends none gets as far as the rule of
 * the operation lets anyone.
 */
@Configuration(proxyBeanMethods = false)
@ConditionalOnWebApplication(type = ConditionalOnWebApplication.Type.SERVLET)
@ConditionalOnClass({JwtDecoder.class, BearerTokenAuthenticationFilter.class})
@EnableWebSecurity
@EnableConfigurationProperties(IdentitySettings.class)
@Import({MembersPart.class, IdentityPart.Documented.class})
public class IdentityPart {

    /** More than any token has; looked at before anything is made of it. */
    private static final int LONGEST_TOKEN = 8_192;

    @Bean
    SecurityEvents securityEvents(ObjectProvider<MeterRegistry> meters) {
        return new SecurityEvents(meters.getIfAvailable(SimpleMeterRegistry::new));
    }

    @Bean
    JwtDecoder tokenCheck(IdentitySettings settings) {
        return TokenCheck.of(settings);
    }

    /** On a port of its own, which is not for the world; only health and figures are there. */
    @Bean
    @Order(1)
    SecurityFilterChain management(HttpSecurity http) {
        return http.securityMatcher(EndpointRequest.toAnyEndpoint())
                .authorizeHttpRequests(all -> all.anyRequest().permitAll())
                .csrf(AbstractHttpConfigurer::disable)
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .build();
    }

    /** What could mean one address to one part and another one to the next is refused; a percent sign can't. */
    @Bean
    HttpFirewall plainAddresses() {
        var firewall = new StrictHttpFirewall();
        firewall.setAllowUrlEncodedPercent(true);
        return firewall;
    }

    @Bean
    RequestRejectedHandler ambiguousAddress(JsonMapper json) {
        return (_, response, _) -> Problem.of(
                        HttpStatus.BAD_REQUEST,
                        "invalid-request",
                        "The address or a header has characters that nothing here has.")
                .write(response, json);
    }

    /** Nothing here lives in a cookie, so there is nothing that another site could make a browser send. */
    @Bean
    @Order(2)
    SecurityFilterChain api(HttpSecurity http, SecurityEvents events, JsonMapper json) {
        var refusing = new Refusing(events, json);
        // What is allowed there, each operation says itself.
        return http.authorizeHttpRequests(all -> all.requestMatchers("/api/v1/**", "/v3/api-docs/**", "/error")
                        .permitAll()
                        .anyRequest()
                        .authenticated())
                .oauth2ResourceServer(server -> server.bearerTokenResolver(IdentityPart::token)
                        .authenticationEntryPoint(refusing)
                        .jwt(jwt -> jwt.jwtAuthenticationConverter(SignedIn::with))
                        .withObjectPostProcessor(new ObjectPostProcessor<BearerTokenAuthenticationFilter>() {
                            @Override
                            public <F extends BearerTokenAuthenticationFilter> F postProcess(F filter) {
                                filter.setAuthenticationFailureHandler(refusing::commence);
                                return filter;
                            }
                        }))
                .exceptionHandling(all -> all.authenticationEntryPoint(refusing))
                .anonymous(anyone -> anyone.principal(new Anyone()))
                .sessionManagement(session -> session.sessionCreationPolicy(SessionCreationPolicy.STATELESS))
                .headers(headers ->
                        headers.cacheControl(Customizer.withDefaults()).disable())
                .csrf(AbstractHttpConfigurer::disable)
                .requestCache(AbstractHttpConfigurer::disable)
                .logout(AbstractHttpConfigurer::disable)
                .build();
    }

    private static @Nullable String token(HttpServletRequest request) {
        var headers = Collections.list(request.getHeaders(HttpHeaders.AUTHORIZATION));
        if (headers.size() > 1) throw refused("two of them");
        if (!headers.isEmpty() && headers.getFirst().length() > LONGEST_TOKEN) throw refused("too long");
        return ONLY_FROM_THE_HEADER.resolve(request);
    }

    private static final BearerTokenResolver ONLY_FROM_THE_HEADER = new DefaultBearerTokenResolver();

    private static OAuth2AuthenticationException refused(String why) {
        return new OAuth2AuthenticationException(BearerTokenErrors.invalidToken(why));
    }

    @Bean
    Guard guard(
            ObjectProvider<Memberships> memberships,
            ObjectProvider<Belonging> kinds,
            ObjectProvider<GuestLinks> links,
            SecurityEvents events,
            Clock clock) {
        return new Guard(
                memberships.getIfAvailable(() -> _ -> List.of()),
                kinds.stream().toList(),
                pass -> pass == null
                        ? Optional.empty()
                        : Optional.ofNullable(links.getIfAvailable())
                                .flatMap(known -> known.admit(pass, clock.instant())),
                events);
    }

    @Bean
    WebMvcConfigurer guarding(Guard guard) {
        return new WebMvcConfigurer() {
            @Override
            public void addInterceptors(InterceptorRegistry interceptors) {
                interceptors.addInterceptor(guard);
            }
        };
    }

    /** A service does not start with an operation that nobody thought about. */
    @Bean
    SmartInitializingSingleton everyOperationHasItsRule(
            ObjectProvider<RequestMappingHandlerMapping> mappings, Guard guard) {
        return () -> {
            var bare = mappings.stream()
                    .flatMap(mapping -> mapping.getHandlerMethods().values().stream())
                    .map(guard::unguardable)
                    .filter(trouble -> trouble != null)
                    .sorted()
                    .toList();
            if (!bare.isEmpty()) throw new IllegalStateException("Not guarded: " + String.join("; ", bare));
        };
    }

    @Configuration(proxyBeanMethods = false)
    @ConditionalOnClass(GlobalOperationCustomizer.class)
    static class Documented {

        @Bean
        GlobalOperationCustomizer accessDocs() {
            return new AccessDocs();
        }

        @Bean
        org.springdoc.core.customizers.OpenApiCustomizer securitySchemes() {
            return AccessDocs::schemes;
        }
    }
}
