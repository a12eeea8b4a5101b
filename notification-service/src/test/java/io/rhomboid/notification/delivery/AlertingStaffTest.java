package io.rhomboid.notification.delivery;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;

import org.junit.jupiter.api.Test;

import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.notification.Examples;
import io.rhomboid.notification.Examples.Cast;
import io.rhomboid.notification.recipient.Subject;

import static org.assertj.core.api.Assertions.assertThat;

class AlertingStaffTest {

    final Cast cast = Cast.at(LocalDateTime.parse("2026-11-24T09:15"), Examples.BERLIN);
    final Subject desk = Subject.of(cast.clinic());
    final Subject mira = Subject.ofPerson("mira");

    /** Mira treats; she and the desk hear only of what is soon, unless they are named. */
    private List<Subject> told(BookingEvent event, String role, String doer, Subject... ofEverything) {
        var people = new Alert.People() {
            @Override
            public List<String> treating(ClinicId clinic, Set<TherapistId> therapists) {
                assertThat(therapists).containsExactly(cast.therapist());
                return List.of("mira");
            }

            @Override
            public List<String> admins(ClinicId clinic) {
                return List.of();
            }

            @Override
            public boolean hearsOnlyWithinADay(Subject reader) {
                return !List.of(ofEverything).contains(reader);
            }
        };
        return Alert.notices(event, role, Optional.of(doer).filter(who -> !who.isEmpty()), people, event.occurredAt())
                .stream()
                .map(Notice::recipient)
                .toList();
    }

    private BookingEvent booked(Duration before) {
        return new BookingConfirmed(
                cast.booking(), 2, cast.snapshot(cast.start()), cast.start().minus(before));
    }

    @Test
    void what_a_client_does_within_a_day_is_told_to_desk_and_therapist() {
        assertThat(told(booked(Duration.ofHours(3)), "CLIENT", "jo")).containsExactly(desk, mira);
        assertThat(told(booked(Duration.ofDays(3)), "CLIENT", "jo")).isEmpty();
        assertThat(told(booked(Duration.ofDays(3)), "CLIENT", "jo", mira)).containsExactly(mira);
    }

    @Test
    void who_did_it_is_not_told() {
        var soon = booked(Duration.ofHours(3));

        assertThat(told(soon, "DESK", "dana")).containsExactly(mira);
        assertThat(told(soon, "CLINIC_ADMIN", "dana")).containsExactly(mira);
        assertThat(told(soon, "THERAPIST", "mira")).containsExactly(desk);
        assertThat(told(soon, "THERAPIST", "noa")).containsExactly(desk, mira);
        assertThat(told(soon, "", "")).containsExactly(desk, mira);
    }

    @Test
    void a_session_that_is_moved_out_of_the_next_day_is_told_as_well() {
        var moved = new BookingEvent.BookingRescheduled(
                cast.booking(),
                3,
                cast.snapshot(cast.start().plus(Duration.ofDays(9))),
                cast.start(),
                cast.start().plusSeconds(3600),
                new io.rhomboid.contracts.Money(0, "EUR"),
                cast.start().minus(Duration.ofHours(2)));

        assertThat(told(moved, "CLIENT", "jo")).containsExactly(desk, mira);
    }

    @Test
    void what_changes_nothing_for_staff_is_not_told() {
        Instant now = cast.start().minusSeconds(600);
        assertThat(told(
                        new BookingEvent.BookingNoted(cast.booking(), 3, cast.snapshot(cast.start()), now),
                        "CLIENT",
                        "jo"))
                .isEmpty();
        assertThat(told(
                        new BookingEvent.BookingArrived(cast.booking(), 3, cast.snapshot(cast.start()), now),
                        "CLIENT",
                        "jo"))
                .isEmpty();
    }
}
