package io.rhomboid.acceptance;

import java.time.DayOfWeek;
import java.time.Duration;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.temporal.TemporalAdjusters;
import java.util.List;

import biweekly.property.Status;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import tools.jackson.databind.JsonNode;

import io.rhomboid.acceptance.SignIn.Person;
import io.rhomboid.acceptance.Visitor.Slot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

/** The whole way of one booking, as a client and their calendar see it. */
@ExtendWith(RunningClinic.ForAllStories.class)
class OneDayAtTheClinicTest {

    static final String TECHNIQUE = "TRIGGER_POINT";
    static final DateTimeFormatter IN_A_CALENDAR = DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss");

    @Test
    void an_hour_is_found_held_confirmed_moved_and_given_back(RunningClinic clinic) {
        var jo = clinic.visitor();
        var berlin = clinicIn("Europe/Berlin", jo);
        var there = "clinicId=" + berlin.get("id").asString();
        var tomorrow = LocalDate.now(ZoneId.of("Europe/Berlin")).plusDays(1);

        // Who is free for trigger point therapy tomorrow?
        var free = jo.whoIsFree(TECHNIQUE, 60, there, tomorrow, tomorrow);
        assertThat(free)
                .isNotEmpty()
                .allSatisfy(slot -> assertThat(slot.start().toLocalDate()).isEqualTo(tomorrow));
        var wanted = free.get(free.size() / 2);

        // Jo keeps the hour while thinking about it; nobody else is offered it any more.
        var held = jo.hold(TECHNIQUE, wanted);
        assertThat(held.status()).isEqualTo("HELD");
        assertThat(held.start()).isEqualTo(wanted.start());
        assertThat(held.view().get("holdExpiresAt").isString()).isTrue();
        awaitOffer(jo, wanted, false);

        // Yes. A mail arrives, and with it an entry for the calendar.
        var confirmed = jo.confirm(held);
        assertThat(confirmed.status()).isEqualTo("CONFIRMED");
        var confirmation = clinic.mails().await(1, jo.email());
        var reference = confirmed.view().get("reference").asString();
        assertThat(confirmation.text())
                .contains(reference, wanted.therapistName(), berlin.get("name").asString());
        assertThat(confirmation.html()).contains(reference);
        var entry = confirmation.entry();
        assertThat(entry.type().getParameter("method")).isEqualTo("REQUEST");
        assertThat(entry.calendar().getMethod().getValue()).isEqualTo("REQUEST");
        assertIsAbout(entry, wanted);
        assertThat(entry.event().getStatus().getValue())
                .isEqualTo(Status.confirmed().getValue());
        assertThat(entry.event().getOrganizer().getEmail())
                .isEqualTo(berlin.get("email").asString());
        assertThat(entry.event().getAttendees())
                .singleElement()
                .satisfies(attendee -> assertThat(attendee.getEmail()).isEqualTo(jo.email()));
        // Calendars are shared: they show that there is a session, not which.
        assertThat(entry.text()).doesNotContainIgnoringCase("trigger");

        // Something came up: the same therapist, some days later.
        var later = jo.whoIsFree(
                        TECHNIQUE,
                        60,
                        there + "&therapistId=" + wanted.therapistId(),
                        tomorrow.plusDays(2),
                        tomorrow.plusDays(9))
                .getFirst();
        var moved = jo.reschedule(confirmed, later);
        assertThat(moved.status()).isEqualTo("CONFIRMED");
        assertThat(moved.start()).isEqualTo(later.start());
        assertThat(moved.view().get("reference").asString()).isEqualTo(reference);
        awaitOffer(jo, wanted, true);
        awaitOffer(jo, later, false);
        var change = clinic.mails().await(2, jo.email()).entry();
        assertThat(change.calendar().getMethod().getValue()).isEqualTo("REQUEST");
        assertIsAbout(change, later);
        assertThat(change.event().getUid()).isEqualTo(entry.event().getUid());
        assertThat(sequence(change)).isGreaterThan(sequence(entry));

        // In the end it is cancelled: days before, so it costs nothing, and the hour is free for somebody else.
        var cancelled = jo.cancel(moved);
        assertThat(cancelled.status()).isEqualTo("CANCELLED");
        assertThat(cancelled.view().at("/fee/cents").asLong(-1)).isZero();
        var cancellation = clinic.mails().await(3, jo.email()).entry();
        assertThat(cancellation.type().getParameter("method")).isEqualTo("CANCEL");
        assertThat(cancellation.calendar().getMethod().getValue()).isEqualTo("CANCEL");
        assertThat(cancellation.event().getStatus().getValue())
                .isEqualTo(Status.cancelled().getValue());
        assertThat(cancellation.event().getUid()).isEqualTo(entry.event().getUid());
        assertThat(sequence(cancellation)).isGreaterThan(sequence(change));
        awaitOffer(jo, later, true);

        // Three things happened, three mails were sent; the hold was nobody's business.
        clinic.mails().awaitOnly(3, List.of(jo.email()));
        assertThat(jo.look(cancelled).view()).isEqualTo(cancelled.view());
    }

    @Test
    void every_clinic_is_open_by_the_clock_on_its_own_wall(RunningClinic clinic) {
        var jo = clinic.visitor();
        var admin = clinic.as(Person.PLATFORM_ADMIN); // of every clinic: when somebody is away is nothing for visitors
        for (var zone : List.of("Europe/Berlin", "America/New_York", "Pacific/Auckland")) {
            var there = clinicIn(zone, jo);
            var clinicId = there.get("id").asString();
            // A week that no story books in.
            var monday =
                    LocalDate.now(ZoneId.of(zone)).plusDays(34).with(TemporalAdjusters.nextOrSame(DayOfWeek.MONDAY));

            var offered = jo.whoIsFree(TECHNIQUE, 60, "clinicId=" + clinicId, monday, monday.plusDays(6));

            var expected = jo.therapistsOf(clinicId).stream()
                    .filter(therapist -> WorkingHours.offers(therapist, clinicId, TECHNIQUE, 60))
                    .flatMap(therapist ->
                            WorkingHours.starts(
                                            therapist,
                                            admin.timeOffOf(therapist.get("id").asString()),
                                            there,
                                            60,
                                            monday,
                                            7)
                                    .stream()
                                    .map(start -> therapist.get("id").asString() + " " + start))
                    .sorted()
                    .toList();
            assertThat(expected).as(zone).isNotEmpty();
            assertThat(offered.stream()
                            .map(slot -> slot.therapistId() + " " + slot.start())
                            .sorted())
                    .as(zone)
                    .isEqualTo(expected);
            assertThat(offered).allSatisfy(slot -> {
                assertThat(slot.zone()).isEqualTo(ZoneId.of(zone));
                assertThat(slot.start().getOffset())
                        .isEqualTo(ZoneId.of(zone)
                                .getRules()
                                .getOffset(slot.start().toInstant()));
                assertThat(Duration.between(slot.start(), slot.end())).isEqualTo(Duration.ofHours(1));
            });
        }
    }

    private static void assertIsAbout(Mails.Entry entry, Slot slot) {
        var event = entry.event();
        assertThat(event.getDateStart().getValue().toInstant())
                .isEqualTo(slot.start().toInstant());
        assertThat(event.getDateEnd().getValue().toInstant())
                .isEqualTo(slot.end().toInstant());
        assertThat(entry.line("DTSTART")).isEqualTo(onTheWall("DTSTART", slot.start(), slot.zone()));
        assertThat(entry.line("DTEND")).isEqualTo(onTheWall("DTEND", slot.end(), slot.zone()));
    }

    private static String onTheWall(String property, OffsetDateTime time, ZoneId zone) {
        return property + ";TZID=" + zone + ":"
                + time.atZoneSameInstant(zone).toLocalDateTime().format(IN_A_CALENDAR);
    }

    private static int sequence(Mails.Entry entry) {
        return entry.event().getSequence().getValue();
    }

    private static void awaitOffer(Visitor visitor, Slot slot, boolean offered) {
        var day = slot.start().toLocalDate();
        await(slot + (offered ? " is offered" : " is not offered"))
                .atMost(Duration.ofSeconds(5))
                .until(() -> visitor.whoIsFree(TECHNIQUE, 60, "therapistId=" + slot.therapistId(), day, day)
                                .contains(slot)
                        == offered);
    }

    static JsonNode clinicIn(String zone, Visitor visitor) {
        return visitor.clinics().stream()
                .filter(clinic -> clinic.get("zone").asString().equals(zone))
                .findFirst()
                .orElseThrow();
    }
}
