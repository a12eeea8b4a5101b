package io.rhomboid.booking;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;

import io.rhomboid.platform.work.Carriers;

/** Answers when somebody is free, and keeps who comes when. */
@SpringBootApplication
public class BookingServiceApplication {

    public static void main(String[] args) {
        Carriers.enough();
        SpringApplication.run(BookingServiceApplication.class, args);
    }
}
