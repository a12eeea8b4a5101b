package io.rhomboid.testing.identity;

import org.springframework.boot.webmvc.test.autoconfigure.MockMvcBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.web.servlet.request.MockMvcRequestBuilders;

/** A request by MockMvc is an admin's, unless it has an {@code Authorization} of its own; an empty one is nobody's. */
@Configuration(proxyBeanMethods = false)
public class SignedInByDefault {

    @Bean
    MockMvcBuilderCustomizer admin() {
        return builder -> builder.defaultRequest(
                MockMvcRequestBuilders.get("/").header("Authorization", "Bearer " + Issuer.platformAdmin()));
    }
}
