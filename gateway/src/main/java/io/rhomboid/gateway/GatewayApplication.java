package io.rhomboid.gateway;

import java.security.Security;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the gateway. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class GatewayApplication {

    public static void main(String[] args) {
        // Instances come and go; the JVM would believe what a name meant for half a minute.
        Security.setProperty("networkaddress.cache.ttl", "1");
        SpringApplication.run(GatewayApplication.class, args);
    }
}
