package io.rhomboid.gateway.limit;

import java.net.SocketAddress;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;

import io.netty.resolver.AddressResolverGroup;
import org.springframework.boot.web.server.autoconfigure.ServerProperties;
import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.cloud.gateway.config.HttpClientFactory;
import org.springframework.cloud.gateway.config.HttpClientProperties;
import org.springframework.cloud.gateway.config.HttpClientSslConfigurer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.netty.Connection;
import reactor.netty.ConnectionObserver;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;
import reactor.netty.transport.TransportConfig;

/**
 * Each thread that moves bytes has connections of its own to the services: who heard the visitor hears the service, too,
 * and writes the answer. From one pool for all, most answers would be heard by one thread and written by another, and
 * {@link KeptAlive} would have to end the visitors' connections.
 */
@Configuration(proxyBeanMethods = false)
class OwnConnections {

    @Bean
    ReactorResourceFactory reactorResources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResourcesSupplier(
                () -> LoopResources.create("gateway", Runtime.getRuntime().availableProcessors(), true));
        return resources;
    }

    /** A client that connects on the thread that asks, if that is one of the server's. */
    @Bean
    HttpClientCustomizer onTheSameThreads(ReactorResourceFactory resources) {
        return client -> client.runOn(resources.getLoopResources());
    }

    @Bean
    HttpClientFactory clients(
            HttpClientProperties settings,
            ServerProperties server,
            HttpClientSslConfigurer ssl,
            List<HttpClientCustomizer> customizers) {
        return new HttpClientFactory(settings, server, ssl, customizers) {
            @Override
            protected ConnectionProvider buildConnectionProvider(HttpClientProperties settings) {
                return new PoolOfEachThread(() -> super.buildConnectionProvider(settings));
            }
        };
    }

    /** There are as many as there are threads that ask. */
    private record PoolOfEachThread(Supplier<ConnectionProvider> pools, Map<Thread, ConnectionProvider> made)
            implements ConnectionProvider {

        PoolOfEachThread(Supplier<ConnectionProvider> pools) {
            this(pools, new ConcurrentHashMap<>());
        }

        @Override
        public Mono<? extends Connection> acquire(
                TransportConfig config,
                ConnectionObserver observer,
                Supplier<? extends SocketAddress> address,
                AddressResolverGroup<?> resolver) {
            return made.computeIfAbsent(Thread.currentThread(), _ -> pools.get())
                    .acquire(config, observer, address, resolver);
        }

        @Override
        public Mono<Void> disposeLater() {
            return Flux.fromIterable(made.values())
                    .flatMap(ConnectionProvider::disposeLater)
                    .then();
        }
    }
}
