package io.rhomboid.therapist;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

import org.junit.jupiter.api.Tag;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.ContextConfiguration;

import io.rhomboid.testing.RealBroker;
import io.rhomboid.testing.RealStore;
import io.rhomboid.therapist.review.Reviewed;

/** The whole service on free ports, with a database of its own. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@Tag("store")
@SpringBootTest(webEnvironment = WebEnvironment.RANDOM_PORT)
@ContextConfiguration(initializers = ServiceTest.OnRealParts.class)
@Import({Api.class, Reviewed.class})
public @interface ServiceTest {

    final class OnRealParts implements ApplicationContextInitializer<ConfigurableApplicationContext> {

        @Override
        public void initialize(ConfigurableApplicationContext context) {
            var database = RealStore.newDatabase();
            TestPropertyValues.of(
                            "spring.mongodb.uri=" + RealStore.uri(),
                            "spring.kafka.bootstrap-servers=" + RealBroker.bootstrapServers(),
                            "rhomboid.database=" + database,
                            // Another context on the same broker must not get this one's messages.
                            "spring.kafka.consumer.group-id=" + database,
                            "management.server.port=0",
                            "logging.structured.format.console=")
                    .applyTo(context);
        }
    }
}
