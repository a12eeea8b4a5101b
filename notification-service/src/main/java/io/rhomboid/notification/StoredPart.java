package io.rhomboid.notification;

import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.notification.delivery.Deliveries;
import io.rhomboid.notification.reminder.Reminders;
import io.rhomboid.platform.migration.AfterRestore;

/**
 * After the database was brought back from a backup nobody knows what was told since then. Nothing is told twice: what was
 * open counts as told, and the log of deliveries says so, from where it can be sent again by hand.
 */
@Configuration(proxyBeanMethods = false)
class StoredPart {

    @Bean
    AfterRestore leavingWhatMayHaveBeenTold(Deliveries deliveries, Reminders reminders) {
        return new AfterRestore("told", restored -> {
            deliveries.skipOpen("open in the backup that was brought back; may have been sent since");
            reminders.withdrawUntil(restored.restoredAt());
        });
    }
}
