package io.rhomboid.gateway.routing;

import java.net.URI;
import java.util.Set;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.cloud.gateway.config.GlobalCorsProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.handler.FilteringWebHandler;
import org.springframework.cloud.gateway.handler.RoutePredicateHandlerMapping;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.PathContainer;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;
import org.springframework.web.util.pattern.PathPatternParser;
import reactor.core.publisher.Mono;
import reactor.netty.NettyPipeline;
import reactor.netty.http.client.HttpClient;

import io.rhomboid.gateway.header.HandedBack;
import io.rhomboid.gateway.problem.ProblemWriter;

import static org.springframework.cloud.gateway.support.RouteMetadataUtils.RESPONSE_TIMEOUT_ATTR;

/** Lays the paths to the services: for each its resources and its API description, all behind one breaker. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** A route must have an address; which one is asked is said for each request, see {@link ToAnInstance}. */
    private static final URI EACH_IN_TURN = URI.create("http://each-in-turn");

    private static final PathPattern CALENDAR = PathPatternParser.defaultInstance.parse("/api/v1/calendar/*");
    private static final Set<HttpMethod> READING = Set.of(HttpMethod.GET, HttpMethod.HEAD);

    /** As a route's time-out: {@link AnswerInTime} has the time. */
    private static final int NONE = -1;

    @Bean
    CircuitBreakerRegistry breakers(RoutingSettings settings, MeterRegistry meters) {
        var rules = settings.breaker();
        var registry = CircuitBreakerRegistry.of(CircuitBreakerConfig.custom()
                .slidingWindowSize(rules.window())
                .minimumNumberOfCalls(rules.minimum())
                .failureRateThreshold(rules.failuresPercent())
                .waitDurationInOpenState(rules.pause())
                .permittedNumberOfCallsInHalfOpenState(rules.trials())
                .maxWaitDurationInHalfOpenState(rules.pause())
                .build());
        TaggedCircuitBreakerMetrics.ofCircuitBreakerRegistry(registry).bindTo(meters);
        return registry;
    }

    @Bean
    RouteLocator routesToServices(
            RouteLocatorBuilder builder,
            RoutingSettings settings,
            CircuitBreakerRegistry breakers,
            MeterRegistry meters,
            ProblemWriter problems,
            Names names) {
        var routes = builder.routes();
        for (var backend : Backend.values()) {
            var description = "/openapi/" + backend.id() + ".json";
            var instances = names.instances(settings.instancesOf(backend));
            var guard = new ServiceGuard(
                    backend,
                    breakers.circuitBreaker(backend.id()),
                    settings.breaker().pause(),
                    new Places(backend.id(), settings.atOnce(), settings.searchesAtOnce(), meters),
                    problems);
            if (backend == Backend.BOOKING) {
                // One person's, but their calendar program may keep it and ask whether it has changed.
                routes.route(
                        "calendar",
                        route -> route.predicate(asked -> CALENDAR.matches(pathOf(asked)))
                                .filters(filters -> filters.filter(guard))
                                .metadata(HandedBack.MAY_BE_CACHED, true)
                                .metadata(ToAnInstance.INSTANCES, instances)
                                .metadata(RESPONSE_TIMEOUT_ATTR, NONE)
                                .metadata(RESPONSE_TIMEOUT_ATTR, NONE)
                                .uri(EACH_IN_TURN));
            }
            routes.route(
                    backend.id(),
                    route -> route.predicate(asked -> backend.answers(pathOf(asked)))
                            .filters(filters -> filters.filter(guard))
                            .metadata(HandedBack.MAY_BE_CACHED, backend.sameForEveryone())
                            .metadata(ToAnInstance.INSTANCES, instances)
                            .metadata(RESPONSE_TIMEOUT_ATTR, NONE)
                            .uri(EACH_IN_TURN));
            routes.route(
                    backend.id() + "-openapi",
                    route -> route.predicate(asked -> pathOf(asked).value().equals(description)
                                    && READING.contains(asked.getRequest().getMethod()))
                            .filters(filters -> filters.filter(guard).setPath("/v3/api-docs"))
                            .metadata(HandedBack.MAY_BE_CACHED, true)
                            .metadata(ToAnInstance.INSTANCES, instances)
                            .metadata(RESPONSE_TIMEOUT_ATTR, NONE)
                            .uri(EACH_IN_TURN));
        }
        return routes.build();
    }

    private static PathContainer pathOf(ServerWebExchange asked) {
        return asked.getRequest().getPath().pathWithinApplication();
    }

    /**
     * Spring's own looks for the route in a stream, as if routes could change and a predicate could wait. Ours are fixed and
     * answer at once.
     */
    @Bean
    RoutePredicateHandlerMapping whereTo(
            FilteringWebHandler handler, RouteLocator locator, GlobalCorsProperties cors, Environment environment) {
        var routes = locator.getRoutes().collectList().block();
        return new RoutePredicateHandlerMapping(handler, locator, cors, environment) {
            @Override
            protected Mono<Route> lookupRoute(ServerWebExchange exchange) {
                for (var route : routes) {
                    if (Mono.from(route.getPredicate().apply(exchange)).block()) return Mono.just(route);
                }
                return Mono.empty();
            }
        };
    }

    /** The client's own idea of repeating a request on a broken connection asks nobody about the method. */
    @Bean
    HttpClientCustomizer neverRepeatBehindOurBack() {
        return (HttpClient client) -> client.disableRetry(true);
    }

    @Bean
    HttpClientCustomizer answersInTime(HttpClientProperties settings) {
        return client -> client.doOnChannelInit((_, channel, _) -> channel.pipeline()
                .addAfter(
                        NettyPipeline.HttpCodec,
                        "rhomboid.answerInTime",
                        new AnswerInTime(settings.getResponseTimeout())));
    }
}
