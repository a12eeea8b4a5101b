package io.rhomboid.bench.gateway;

import java.net.URI;

import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.cloud.gateway.route.RouteLocator;
import org.springframework.cloud.gateway.route.builder.RouteLocatorBuilder;
import org.springframework.context.annotation.Bean;

/** Spring Cloud Gateway with one route and nothing of ours: {@code --server.port=… --backend=…}. */
@SpringBootApplication
public class BareGateway {

    public static void main(String[] arguments) {
        var gateway = new SpringApplication(BareGateway.class);
        gateway.run(arguments);
    }

    @Bean
    RouteLocator all(RouteLocatorBuilder builder, @Value("${backend}") URI backend) {
        return builder.routes()
                .route("all", route -> route.path("/**").uri(backend))
                .build();
    }
}
