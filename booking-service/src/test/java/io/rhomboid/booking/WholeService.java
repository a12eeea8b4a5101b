package io.rhomboid.booking;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;

/** The whole service with a database of its own, asked through {@link Api}. All tests that say so share one. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("store")
@SpringBootTest
@AutoConfigureMockMvc
@ContextConfiguration(initializers = WholeService.OnRealParts.class)
@Import(Api.class)
public @interface WholeService {

    final class OnRealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            TestPropertyValues.of(
                            "spring.mongodb.uri=" + RealStore.uri(),
                            "spring.kafka.bootstrap-servers=" + RealBroker.bootstrapServers(),
                            "rhomboid.database=" + RealStore.newDatabase(),
                            "management.server.port=0",
                            // Nobody answers there.
                            "rhomboid.booking.export.therapist=http://127.0.0.1:1",
                            "rhomboid.booking.export.notification=http://127.0.0.1:1",
                            "logging.structured.format.console=")
                    .applyTo(context);
        }
    }
}
