package io.rhomboid.gateway.routing;

import java.net.URI;

import io.github.resilience4j.circuitbreaker.CircuitBreakerConfig;
import io.github.resilience4j.circuitbreaker.CircuitBreakerRegistry;
import io.github.resilience4j.micrometer.tagged.TaggedCircuitBreakerMetrics;
import io.micrometer.core.instrument.MeterRegistry;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.HttpMethod;
import reactor.netty.http.client.HttpClient;

import io.rhomboid.gateway.header.HandedBack;
import io.rhomboid.gateway.problem.ProblemWriter;

/** Lays the paths to the services: for each its resources and its API description, all behind one breaker. */
@Configuration(proxyBeanMethods = false)
class Routes {

    /** A route must have an address; which one is asked is said for each request, see {@link ToAnInstance}. */
    private static final URI EACH_IN_TURN = URI.create("http://each-in-turn");

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
                        route -> route.path("/api/v1/calendar/*")
                                .filters(filters -> filters.filter(guard))
                                .metadata(HandedBack.MAY_BE_CACHED, true)
                                .metadata(ToAnInstance.INSTANCES, instances)
                                .uri(EACH_IN_TURN));
            }
            routes.route(
                    backend.id(),
                    route -> route.predicate(asked ->
                                    backend.answers(asked.getRequest().getPath().pathWithinApplication()))
                            .filters(filters -> filters.filter(guard))
                            .metadata(HandedBack.MAY_BE_CACHED, backend.sameForEveryone())
                            .metadata(ToAnInstance.INSTANCES, instances)
                            .uri(EACH_IN_TURN));
            routes.route(
                    backend.id() + "-openapi",
                    route -> route.path("/openapi/" + backend.id() + ".json")
                            .and()
                            .method(HttpMethod.GET, HttpMethod.HEAD)
                            .filters(filters -> filters.filter(guard).setPath("/v3/api-docs"))
                            .metadata(HandedBack.MAY_BE_CACHED, true)
                            .metadata(ToAnInstance.INSTANCES, instances)
                            .uri(EACH_IN_TURN));
        }
        return routes.build();
    }

    /** The client's own idea of repeating a request on a broken connection asks nobody about the method. */
    @Bean
    HttpClientCustomizer neverRepeatBehindOurBack() {
        return (HttpClient client) -> client.disableRetry(true);
    }
}
