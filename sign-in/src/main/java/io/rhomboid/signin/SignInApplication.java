package io.rhomboid.signin;

import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;

/** Starts the sign-in server, unless this is production. */
@SpringBootApplication
@ConfigurationPropertiesScan
public class SignInApplication {

    public static void main(String[] args) {
        application().run(args);
    }

    static SpringApplication application() {
        var application = new SpringApplication(SignInApplication.class);
        application.addListeners(new NotForProduction());
        return application;
    }
}
