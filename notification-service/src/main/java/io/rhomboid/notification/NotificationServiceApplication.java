package io.rhomboid.notification;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import io.rhomboid.platform.work.Carriers;

/** Wiring only, see {@link Wiring}. */
@SpringBootApplication
public class NotificationServiceApplication {

    public static void main(String[] args) {
        Carriers.enough();
        SpringApplication.run(NotificationServiceApplication.class, args);
    }
}
