package io.rhomboid.gateway.routing;

import java.net.URI;

import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.GlobalFilter;
import org.springframework.cloud.gateway.filter.RouteToRequestUrlFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.core.Ordered;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_REQUEST_URL_ATTR;
import static org.springframework.cloud.gateway.support.ServerWebExchangeUtils.GATEWAY_ROUTE_ATTR;

/** Says which instance of the route's service is asked, in place of Spring's filter, for which a route has one address. */
@Component
class ToAnInstance implements GlobalFilter, Ordered {

    /** A route's metadata: the {@link Instances} of its service. */
    static final String INSTANCES = Instances.class.getName();

    private static final String ASKED = ToAnInstance.class.getName();

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
        var instance = instancesFor(exchange).next();
        var uri = exchange.getRequest().getURI();
        var query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
        exchange.getAttributes().put(ASKED, instance);
        exchange.getAttributes().put(GATEWAY_REQUEST_URL_ATTR, URI.create(instance + uri.getRawPath() + query));
        return chain.filter(exchange);
    }

    /** Has the instance that was asked left in peace for a while. */
    static void passOver(ServerWebExchange exchange) {
        instancesFor(exchange).passOver(exchange.getRequiredAttribute(ASKED));
    }

    /** How many more there are to try when one is not reached; one that stands alone is tried once more. */
    static int othersFor(ServerWebExchange exchange) {
        return Math.max(1, instancesFor(exchange).size() - 1);
    }

    private static Instances instancesFor(ServerWebExchange exchange) {
        Route route = exchange.getRequiredAttribute(GATEWAY_ROUTE_ATTR);
        return (Instances) route.getMetadata().get(INSTANCES);
    }

    @Override
    public int getOrder() {
        return RouteToRequestUrlFilter.ROUTE_TO_URL_FILTER_ORDER;
    }
}
