package io.rhomboid.signin.account;

import java.time.Clock;
import java.util.function.Consumer;

import com.mongodb.client.MongoClient;
import com.mongodb.client.MongoDatabase;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.mail.javamail.JavaMailSender;
import org.springframework.scheduling.annotation.EnableScheduling;
import org.springframework.scheduling.annotation.Scheduled;

import io.rhomboid.signin.SignInSettings;

/** Which part gets which. */
@Configuration(proxyBeanMethods = false)
@EnableScheduling
class People {

    @Bean
    Clock clock() {
        return Clock.systemUTC();
    }

    @Bean
    MongoDatabase database(MongoClient client, @Value("${spring.mongodb.database}") String name) {
        return client.getDatabase(name);
    }

    @Bean
    Accounts accounts(MongoDatabase database) {
        return new Accounts(database);
    }

    @Bean
    Codes codes(MongoDatabase database) {
        return new Codes(database);
    }

    @Bean
    Tries tries(MongoDatabase database) {
        return new Tries(database);
    }

    @Bean
    Passwords passwords() {
        return new Passwords();
    }

    @Bean
    Registry registry(
            Accounts accounts,
            Codes codes,
            Tries tries,
            Passwords passwords,
            JavaMailSender mail,
            Consumer<Account> afterChange,
            SignInSettings settings,
            Clock clock) {
        return new Registry(
                accounts,
                codes,
                tries,
                passwords,
                new PasswordRules(),
                new CodePost(mail, settings.sender()),
                afterChange,
                clock);
    }

    /** Before readiness is told, so that whoever sees it ready finds the passwords. */
    @Bean
    ApplicationRunner demoPeople(Accounts accounts, Passwords passwords, SignInSettings settings, Clock clock) {
        var people = new DemoPeople(accounts, passwords, settings.folder().resolve("people"));
        return _ -> people.make(clock.instant());
    }

    @Bean
    Sweeping sweepingCodes(Codes codes, Tries tries, Clock clock) {
        return new Sweeping(codes, tries, clock);
    }

    /** Removes once an hour what is over. */
    static final class Sweeping {

        private final Codes codes;
        private final Tries tries;
        private final Clock clock;

        Sweeping(Codes codes, Tries tries, Clock clock) {
            this.codes = codes;
            this.tries = tries;
            this.clock = clock;
        }

        @Scheduled(fixedDelayString = "PT1H", initialDelayString = "PT1M")
        void sweep() {
            codes.sweep(clock.instant());
            tries.sweep(clock.instant());
        }
    }
}
