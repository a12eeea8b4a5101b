package io.rhomboid.therapist;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import io.rhomboid.platform.work.Carriers;

/** therapist-service: wiring only. */
@SpringBootApplication
public class TherapistServiceApplication {

    public static void main(String[] args) {
        Carriers.enough();
        SpringApplication.run(TherapistServiceApplication.class, args);
    }
}
