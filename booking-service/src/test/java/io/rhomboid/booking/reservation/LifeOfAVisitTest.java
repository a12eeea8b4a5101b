package io.rhomboid.booking.reservation;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

import org.junit.jupiter.api.Test;

import io.rhomboid.booking.availability.Diary;
import io.rhomboid.booking.reservation.Decision.Accepted;
import io.rhomboid.booking.reservation.Visit.Companion;
import io.rhomboid.booking.reservation.Visit.Further;
import io.rhomboid.contracts.Money;
import io.rhomboid.contracts.booking.BookingEvent.BookingRoomChanged;
import io.rhomboid.contracts.clinic.RoomId;
import io.rhomboid.contracts.therapist.TherapistId;

import static io.rhomboid.booking.reservation.Samples.CLIENT;
import static io.rhomboid.booking.reservation.Samples.COMPANION;
import static io.rhomboid.booking.reservation.Samples.CONFIRMED;
import static io.rhomboid.booking.reservation.Samples.ID;
import static io.rhomboid.booking.reservation.Samples.POLICY;
import static io.rhomboid.booking.reservation.Samples.TEN_O_CLOCK;
import static io.rhomboid.booking.reservation.Samples.couple;
import static io.rhomboid.booking.reservation.Samples.session;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

/** A couple comes at ten; what becomes of a booking is told in {@link LifeOfABookingTest}. */
class LifeOfAVisitTest {

    static final RoomId ROOM = new RoomId(new UUID(1, 3));
    static final RoomId OTHER_ROOM = new RoomId(new UUID(1, 6));
    static final Money PRICE = new Money(159_00, "EUR");
    static final Instant DAY_AHEAD = TEN_O_CLOCK.minus(Duration.ofDays(1));

    static Booking booking(Visit visit) {
        return new Booking(ID, 1, "RH-7K2M9Q", CONFIRMED, CLIENT, visit, PRICE, POLICY);
    }

    @Test
    void lasts_until_the_last_of_its_sessions_ends() {
        assertThat(couple(TEN_O_CLOCK, OTHER_ROOM).slot())
                .isEqualTo(TimeSlot.starting(TEN_O_CLOCK, Duration.ofMinutes(90)));
    }

    @Test
    void claims_all_who_treat_and_all_who_are_treated() {
        var keys = booking(couple(TEN_O_CLOCK, OTHER_ROOM)).claims().keys();

        long cell = TEN_O_CLOCK.getEpochSecond() / 300;
        var mira = "t:" + new UUID(1, 2) + ":";
        var noa = "t:" + new UUID(1, 5) + ":";
        // Mira from five minutes before ten to ten minutes after half past eleven, without a pause.
        for (long at = cell - 1; at < cell + 20; at++) assertThat(keys).contains(mira + at);
        assertThat(keys).doesNotContain(mira + (cell - 2), mira + (cell + 20));
        assertThat(keys).contains(noa + cell, noa + (cell + 19)).doesNotContain(noa + (cell - 1));
        assertThat(keys).contains("r:" + ROOM.value() + ":" + (cell + 19), "r:" + OTHER_ROOM.value() + ":" + cell);
        assertThat(keys)
                .filteredOn(key -> key.startsWith("c:"))
                .hasSize(2 * 18)
                .contains("c:" + CLIENT + ":" + (cell + 17), "c:" + COMPANION + ":" + (cell + 17));
        assertThat(keys).doesNotHaveDuplicates();
    }

    @Test
    void claims_a_double_room_once() {
        assertThat(booking(couple(TEN_O_CLOCK, ROOM)).claims().keys()).doesNotHaveDuplicates();
    }

    @Test
    void is_told_with_all_its_sessions_and_what_each_costs() {
        var booking = booking(couple(TEN_O_CLOCK, OTHER_ROOM));
        var told = booking.snapshot();

        assertThat(told.end()).isEqualTo(TEN_O_CLOCK.plusSeconds(3600));
        assertThat(told.visitEnd()).isEqualTo(TEN_O_CLOCK.plusSeconds(5400));
        assertThat(told.price()).isEqualTo(PRICE);
        assertThat(told.further().stream().map(it -> it.clientId())).containsExactly(CLIENT, COMPANION);
        assertThat(booking.parts().stream().map(part -> part.price().cents())).containsExactly(89_00L, 20_00L, 50_00L);
    }

    @Test
    void takes_everybodys_time_in_the_diary_and_gives_it_back() {
        var diary = new Diary();
        var untouched = new Diary();
        var booking = booking(couple(TEN_O_CLOCK, OTHER_ROOM));
        var noa = new TherapistId(new UUID(1, 5));

        booking.enterInto(diary);
        assertThat(diary.busy(noa)).isNotEqualTo(untouched.busy(noa));
        assertThat(diary.busy(OTHER_ROOM)).isNotEqualTo(untouched.busy(OTHER_ROOM));
        assertThat(diary.without(ID).busy(noa)).isEqualTo(untouched.busy(noa));

        ((Accepted) booking.cancel(DAY_AHEAD)).booking().enterInto(diary);
        assertThat(diary.busy(noa)).isEqualTo(untouched.busy(noa));
        assertThat(diary.busy(OTHER_ROOM)).isEqualTo(untouched.busy(OTHER_ROOM));
    }

    @Test
    void gives_one_of_its_sessions_another_room() {
        var free = new RoomId(new UUID(1, 7));

        var changed = (Accepted) booking(couple(TEN_O_CLOCK, OTHER_ROOM)).changeRoom(3, free, DAY_AHEAD);

        assertThat(changed.booking().visit()).isEqualTo(couple(TEN_O_CLOCK, free));
        assertThat(((BookingRoomChanged) changed.event()).previousRoomId()).isEqualTo(OTHER_ROOM);
    }

    @Test
    void costs_its_fee_on_the_whole_price() {
        var cancelled = (Accepted) booking(couple(TEN_O_CLOCK, OTHER_ROOM)).cancel(TEN_O_CLOCK.minusSeconds(3600));

        assertThat(((BookingStatus.Cancelled) cancelled.booking().status()).fee())
                .isEqualTo(new Money(79_50, "EUR"));
    }

    @Test
    void has_no_pause_and_nobody_who_only_watches() {
        var later = new Further(session(TEN_O_CLOCK.plusSeconds(7200)), new Money(1, "EUR"), false);
        assertThatIllegalArgumentException().isThrownBy(() -> new Visit(session(TEN_O_CLOCK), List.of(later), null));

        var beside = new Further(session(TEN_O_CLOCK), new Money(1, "EUR"), true);
        assertThatIllegalArgumentException().isThrownBy(() -> new Visit(session(TEN_O_CLOCK), List.of(beside), null));
        assertThatIllegalArgumentException()
                .isThrownBy(() -> new Visit(session(TEN_O_CLOCK), List.of(), new Companion(COMPANION, "Kim")));
    }
}
