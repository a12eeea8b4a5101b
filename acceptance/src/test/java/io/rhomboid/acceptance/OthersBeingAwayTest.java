package io.rhomboid.acceptance;

import java.util.List;

import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

import static org.assertj.core.api.Assertions.assertThat;

/** One does not pull the other down. */
@ExtendWith(RunningClinic.ForAllStories.class)
class OthersBeingAwayTest {

    RunningClinic clinic;

    OthersBeingAwayTest(RunningClinic clinic) {
        this.clinic = clinic;
    }

    @AfterEach
    void everyone_is_back() {
        for (var service : List.of(clinic.therapistService(), clinic.notificationService())) {
            if (!service.isRunning()) service.start();
        }
        clinic.awaitWhole();
    }

    @Test
    void booking_works_while_the_other_services_are_down_and_the_mail_is_sent_when_they_are_back() {
        var jo = clinic.visitor();
        var slot = Slots.free(jo, 1, 16).getFirst();
        clinic.therapistService().stop();
        clinic.notificationService().stop();

        assertThat(jo.get("/api/v1/therapists").problem()).isEqualTo("service-away");
        var day = slot.start().toLocalDate();
        assertThat(jo.whoIsFree(Slots.TECHNIQUE, 60, "therapistId=" + slot.therapistId(), day, day))
                .contains(slot);
        var booking = jo.book(Slots.TECHNIQUE, slot);
        assertThat(booking.status()).isEqualTo("CONFIRMED");
        assertThat(jo.look(booking).view()).isEqualTo(booking.view());
        assertThat(clinic.mails().count(jo.email())).isZero();

        clinic.notificationService().start();
        clinic.therapistService().start();
        clinic.mails().awaitOnly(1, List.of(jo.email()));
        assertThat(clinic.mails().to(jo.email()).getFirst().text())
                .contains(booking.view().get("reference").asString());
    }
}
