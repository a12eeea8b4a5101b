package io.rhomboid.gateway.limit;

import org.springframework.cloud.gateway.config.HttpClientCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.ReactorResourceFactory;
import reactor.netty.resources.LoopResources;

/**
 * One thread moves all bytes, from visitors and from services. With several, an answer that is heard by one is written
 * by another, and {@link KeptAlive} would have to end most connections. A gateway waits and copies; who needs more than
 * one core of that starts another.
 */
@Configuration(proxyBeanMethods = false)
class OneLoop {

    @Bean
    ReactorResourceFactory reactorResources() {
        var resources = new ReactorResourceFactory();
        resources.setUseGlobalResources(false);
        resources.setLoopResourcesSupplier(() -> LoopResources.create("gateway", 1, true));
        return resources;
    }

    @Bean
    HttpClientCustomizer onTheSameLoop(ReactorResourceFactory resources) {
        return client -> client.runOn(resources.getLoopResources());
    }
}
