package io.rhomboid.booking.reservation.mongo;

import java.time.Clock;
import java.util.List;

import com.mongodb.client.model.Filters;
import com.mongodb.client.model.Updates;
import org.bson.Document;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

import io.rhomboid.booking.reservation.Answer.Done;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.contracts.Epochs;
import io.rhomboid.platform.migration.Migration;
import io.rhomboid.platform.migration.Migrations;

import static io.rhomboid.booking.reservation.mongo.Neighbourhood.at;
import static io.rhomboid.booking.reservation.mongo.Neighbourhood.book;
import static org.assertj.core.api.Assertions.assertThat;

/** What was stored by an earlier version, or before a restore. */
@Tag("store")
class OlderBookingsTest {

    Neighbourhood here = new Neighbourhood(1, 1);
    Booking booking;

    @BeforeEach
    void book_one() {
        booking = ((Done) book(here.desk(), here.therapists.getFirst(), at(2, 10, 0), false)).booking();
    }

    @AfterEach
    void close() {
        here.close();
    }

    @Test
    void have_agreed_to_no_fee_that_there_was_not_then() {
        here.bookings.updateOne(
                Filters.eq("_id", booking.id().toString()),
                Updates.combine(
                        Updates.unset("noShowPercent"),
                        Updates.unset("contactToMoveLate"),
                        Updates.unset("moveFeeCents")));
        var migration = new Migration("2026-11-22-terms", here.bookings()::noteWhatWasNotAgreed);

        for (int i = 0; i < 2; i++) {
            new Migrations(here.database, List.of(migration), List.of(), Clock.systemUTC()).start();
        }

        var read = here.bookings().find(booking.id()).orElseThrow().booking();
        assertThat(read.policy().noShowPercent()).isZero();
        assertThat(read.policy().contactToMoveLate()).isFalse();
        assertThat(read.moveFees().cents()).isZero();
    }

    @Test
    void are_told_as_they_are_with_a_version_of_the_new_epoch_once() {
        for (int i = 0; i < 2; i++) here.bookings().tellAgain(1, at(1, 0, 0));

        var read = here.bookings().find(booking.id()).orElseThrow().booking();
        assertThat(read.version()).isEqualTo(Epochs.raise(booking.version(), 1));
        var pending = here.bookings
                .find(Filters.eq("_id", booking.id().toString()))
                .first()
                .getList("pendingEvents", Document.class);
        assertThat(pending)
                .filteredOn(event -> event.containsKey("republished"))
                .singleElement()
                .satisfies(event -> assertThat(event.getString("payload"))
                        .contains("BookingConfirmed", "\"version\":" + read.version()));
    }
}
