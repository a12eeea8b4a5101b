package io.rhomboid.gateway.routing;

import java.util.List;

import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.config.GatewayProperties;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.filter.GatewayFilterChain;
import org.springframework.cloud.gateway.filter.NettyRoutingFilter;
import org.springframework.cloud.gateway.filter.NettyWriteResponseFilter;
import org.springframework.cloud.gateway.filter.headers.HttpHeadersFilter;
import org.springframework.cloud.gateway.route.Route;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;

import io.rhomboid.gateway.header.HandedBack;
import io.rhomboid.gateway.header.PassedOn;

/**
 * How a request goes to its service and the answer comes back: Spring's way, with our few header filters in place of the
 * half a dozen that it would run one after the other, each with a copy of all headers.
 */
@Configuration(proxyBeanMethods = false)
class ToServices {

    @Bean
    NettyRoutingFilter askTheService(
            HttpClient client, PassedOn passedOn, HandedBack handedBack, HttpClientProperties settings) {
        return new NettyRoutingFilter(client, only(List.of(passedOn, new Leavers(), handedBack)), settings) {
            /** As it is: no route has a time-out of its own, and to say the common one again copies the client. */
            @Override
            protected HttpClient getHttpClient(Route route, ServerWebExchange exchange) {
                return client;
            }
        };
    }

    @Bean
    NettyWriteResponseFilter handBackTheAnswer(GatewayProperties settings) {
        return new NettyWriteResponseFilter(settings.getStreamingMediaTypes(), only(List.of())) {
            @Override
            public Mono<Void> filter(ServerWebExchange exchange, GatewayFilterChain chain) {
                return super.filter(InOnePiece.handBack(exchange), chain);
            }
        };
    }

    private static ObjectProvider<List<HttpHeadersFilter>> only(List<HttpHeadersFilter> filters) {
        return new ObjectProvider<>() {
            @Override
            public List<HttpHeadersFilter> getObject() {
                return filters;
            }
        };
    }
}
