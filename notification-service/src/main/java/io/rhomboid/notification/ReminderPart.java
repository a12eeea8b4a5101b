package io.rhomboid.notification;

import java.time.Clock;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

import com.mongodb.client.MongoDatabase;
import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;
import io.rhomboid.contracts.staff.StaffRole;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.notification.delivery.Alert;
import io.rhomboid.notification.delivery.Teller;
import io.rhomboid.notification.recipient.Answers;
import io.rhomboid.notification.recipient.Directory;
import io.rhomboid.notification.recipient.Lately;
import io.rhomboid.notification.recipient.RecipientWatch;
import io.rhomboid.notification.recipient.Recipients;
import io.rhomboid.notification.recipient.Subject;
import io.rhomboid.notification.recipient.mongo.MongoRecipients;
import io.rhomboid.notification.reminder.Agenda;
import io.rhomboid.notification.reminder.DaySheets;
import io.rhomboid.notification.reminder.ReminderDesk;
import io.rhomboid.notification.reminder.ReminderWorker;
import io.rhomboid.notification.reminder.Reminders;
import io.rhomboid.notification.reminder.kafka.AgendaListener;
import io.rhomboid.notification.reminder.mongo.MongoAgenda;
import io.rhomboid.notification.reminder.mongo.MongoReminders;
import io.rhomboid.platform.events.EventReader;
import io.rhomboid.platform.events.TopicNeeds;
import io.rhomboid.platform.identity.Staff;
import io.rhomboid.platform.store.JsonDocuments;
import io.rhomboid.platform.work.Rounds;

/** What is told at a time to come, and how people want to be told: which part gets which. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(ReminderSettings.class)
class ReminderPart {

    @Bean
    Recipients recipients(MongoDatabase database, JsonDocuments json) {
        return new MongoRecipients(database, json);
    }

    @Bean
    Agenda agenda(MongoDatabase database, JsonDocuments json) {
        return new MongoAgenda(database, json);
    }

    @Bean
    Reminders reminders(MongoDatabase database) {
        return new MongoReminders(database);
    }

    @Bean
    ReminderDesk reminderDesk(
            Agenda agenda,
            Reminders reminders,
            Recipients recipients,
            Answers answers,
            Teller teller,
            ReminderSettings settings,
            Clock clock) {
        return new ReminderDesk(agenda, reminders, recipients, answers, teller, settings.lease(), clock);
    }

    @Bean
    Rounds reminderRounds(Agenda agenda, Reminders reminders, ReminderDesk desk, ReminderSettings settings) {
        var worker = new ReminderWorker(agenda, reminders, desk, settings.batch(), settings.parallel());
        return new Rounds("reminders", settings.sweep(), worker::round);
    }

    @Bean
    AgendaListener agendaListener(EventReader reader, ReminderDesk desk) {
        return new AgendaListener(reader, desk);
    }

    @Bean
    Alert.People alertedPeople(
            Staff staff, Recipients recipients, @Value("${rhomboid.inbox.for-all}") boolean inboxForAll) {
        var lately = new Lately<ClinicId, Map<String, Membership>>(Duration.ofSeconds(2), one -> !one.isEmpty());
        return new Alert.People() {
            @Override
            public List<String> treating(ClinicId clinic, Set<TherapistId> therapists) {
                return lately.get(clinic, staff::of).entrySet().stream()
                        .filter(one -> one.getValue().therapistId() != null
                                && therapists.contains(one.getValue().therapistId()))
                        .map(Map.Entry::getKey)
                        .filter(person -> inboxForAll
                                || recipients.contact(Subject.ofPerson(person)).isPresent())
                        .toList();
            }

            @Override
            public List<String> admins(ClinicId clinic) {
                return lately.get(clinic, staff::of).entrySet().stream()
                        .filter(one -> one.getValue().roles().contains(StaffRole.CLINIC_ADMIN))
                        .map(Map.Entry::getKey)
                        .filter(person -> inboxForAll
                                || recipients.contact(Subject.ofPerson(person)).isPresent())
                        .toList();
            }

            @Override
            public boolean hearsOnlyWithinADay(Subject reader) {
                return recipients.lately(reader).onlyWithinADay();
            }
        };
    }

    @Bean
    Rounds daySheetRounds(
            Directory directory,
            Agenda agenda,
            Staff staff,
            Recipients recipients,
            Teller teller,
            @Value("${rhomboid.inbox.for-all}") boolean inboxForAll,
            Clock clock) {
        var sheets = new DaySheets(
                directory,
                agenda,
                clinic -> {
                    var treating = new HashMap<String, TherapistId>();
                    staff.of(clinic).forEach((person, member) -> {
                        if (member.therapistId() != null
                                && (inboxForAll
                                        || recipients
                                                .contact(Subject.ofPerson(person))
                                                .isPresent())) {
                            treating.put(person, member.therapistId());
                        }
                    });
                    return treating;
                },
                teller,
                clock);
        return new Rounds("day-sheets", Duration.ofMinutes(1), sheets::look);
    }

    /** Who wants to be reminded otherwise is so of what they have booked already. */
    @Bean
    RecipientWatch recipientWatch(ReminderDesk desk) {
        return new RecipientWatch() {
            @Override
            public void changed(ClientId client) {
                desk.replan(client);
            }

            @Override
            public void changed(ClinicId clinic) {
                desk.replan(clinic);
            }
        };
    }

    @Bean
    NewTopic agendaDeadLetters(@Value("${spring.application.name}") String application) {
        return TopicNeeds.deadLetters(Topics.BOOKINGS, application + ".agenda");
    }
}
