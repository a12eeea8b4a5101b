package io.rhomboid.booking;

import java.time.Clock;
import java.time.Duration;
import java.util.Set;

import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.booking.account.FormerSelves;
import io.rhomboid.booking.erasure.ErasureDesk;
import io.rhomboid.booking.erasure.Erasures;
import io.rhomboid.booking.erasure.Farewells;
import io.rhomboid.booking.erasure.Traces;
import io.rhomboid.booking.reservation.Timetable;
import io.rhomboid.booking.vault.DataKeys;
import io.rhomboid.booking.vault.Vault;
import io.rhomboid.booking.waitlist.Waitlist;
import io.rhomboid.contracts.Topics;
import io.rhomboid.platform.events.TopicNeeds;
import io.rhomboid.platform.outbox.Lease;
import io.rhomboid.platform.work.Rounds;

/** Puts together how clients are forgotten. */
@Configuration(proxyBeanMethods = false)
class ErasurePart {

    @Bean
    Farewells farewells(Vault vault) {
        return new Farewells(vault);
    }

    @Bean
    ErasureDesk erasureDesk(
            Erasures erasures,
            Traces traces,
            Vault vault,
            DataKeys keys,
            Timetable timetable,
            Waitlist waitlist,
            FormerSelves selves,
            Farewells farewells,
            @Value("${rhomboid.booking.erasure.services}") Set<String> services,
            @Value("${rhomboid.booking.erasure.sessions-kept}") Duration kept,
            @Value("${rhomboid.booking.erasure.repeated}") Duration repeated,
            Clock clock) {
        return new ErasureDesk(
                erasures, traces, vault, keys, timetable, waitlist, selves, farewells, services, kept, repeated, clock);
    }

    @Bean
    Rounds erasing(ErasureDesk desk, MongoDatabase database, Clock clock) {
        var alone = new Lease(database.getCollection("leases"), "erasing", Duration.ofMinutes(5), clock);
        return new Rounds("erasing", Duration.ofMinutes(1), new Rounds.Round() {
            private boolean again = true;

            @Override
            public void make() {
                if (!alone.hold()) return;
                if (again) desk.forgetAgain();
                again = false;
                desk.forgetDue();
            }
        });
    }

    @Bean
    NewTopic erasuresDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.ERASURES, application);
    }
}
