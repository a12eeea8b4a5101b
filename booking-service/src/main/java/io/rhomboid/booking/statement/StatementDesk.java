package io.rhomboid.booking.statement;

import java.time.Clock;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;

import org.jspecify.annotations.Nullable;

import io.rhomboid.booking.disclosure.Disclosure.Ground;
import io.rhomboid.booking.disclosure.Disclosures;
import io.rhomboid.booking.disclosure.ReadingTime;
import io.rhomboid.booking.reservation.Actor;
import io.rhomboid.booking.reservation.Answer;
import io.rhomboid.booking.reservation.Booking;
import io.rhomboid.booking.reservation.BookingDesk;
import io.rhomboid.booking.reservation.Cause;
import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.reservation.Refusal;
import io.rhomboid.booking.screening.Screened;
import io.rhomboid.booking.screening.Screened.Standing;
import io.rhomboid.booking.screening.ScreeningDesk;
import io.rhomboid.booking.screening.ScreeningDesk.Opened;
import io.rhomboid.booking.statement.StatementAnswer.Decided;
import io.rhomboid.booking.statement.StatementAnswer.Forgotten;
import io.rhomboid.booking.statement.StatementAnswer.NotNow;
import io.rhomboid.booking.statement.StatementAnswer.Shown;
import io.rhomboid.contracts.therapist.TherapistId;

/** Shows what was answered to who may read it, and takes what who treats decides. */
public final class StatementDesk {

    /** What the record of readings calls it. */
    private static final String NAME = "statement";

    private final ScreeningDesk screening;
    private final BookingDesk bookings;
    private final Disclosures disclosures;
    private final Clock clock;

    public StatementDesk(ScreeningDesk screening, BookingDesk bookings, Disclosures disclosures, Clock clock) {
        this.screening = screening;
        this.bookings = bookings;
        this.disclosures = disclosures;
        this.clock = clock;
    }

    /** What the client of this booking answered, to themselves; not what who comes along did. */
    public StatementAnswer own(Booking booking, Actor reader) {
        var companion = booking.visit().companion();
        return shown(
                booking,
                booking.screened().stream()
                        .filter(one -> companion == null || !one.client().equals(companion.id()))
                        .toList(),
                reader,
                Ground.OWN);
    }

    /** @param as whom the reader treats */
    public StatementAnswer forVisit(Booking booking, Actor reader, Collection<TherapistId> as) {
        if (!ReadingTime.isNow(booking, clock.instant())) {
            var time = ReadingTime.of(booking);
            return new NotNow(time.from(), time.until());
        }
        return shown(booking, treated(booking, as), reader, Ground.TREATMENT);
    }

    private static List<Screened> treated(Booking booking, Collection<TherapistId> as) {
        var treated = booking.clientsOf(as);
        return booking.screened().stream()
                .filter(one -> treated.contains(one.client()))
                .toList();
    }

    private StatementAnswer shown(Booking booking, List<Screened> all, Actor reader, Ground ground) {
        var opened = new ArrayList<Opened>();
        for (var one : all) {
            // That nothing speaks against it is nothing that anybody said about their body.
            if (one.statement() != null) {
                disclosures.record(one.client(), reader, NAME, ground, booking.id(), null);
            }
            var read = screening.open(one);
            if (read.isEmpty()) return new Forgotten();
            opened.add(read.get());
        }
        return new Shown(opened);
    }

    /**
     * Who treats will treat, or will not; of two whom they treat, first the one about whom it is still to be decided.
     *
     * @param as whom the caller treats
     * @param why the client reads it
     */
    public StatementAnswer decide(
            Booking booking,
            long expected,
            @Nullable Op op,
            boolean willTreat,
            String why,
            Cause cause,
            Collection<TherapistId> as) {
        var about = treated(booking, as).stream().min(Comparator.comparing(one -> one.standing() != Standing.ASKED));
        if (about.isEmpty()) return new Decided(new Answer.No(Refusal.NOTHING_ASKED));
        var client = about.get().client();
        var words = screening.seal(client, why);
        if (words.isEmpty()) return new Forgotten();
        return new Decided(bookings.review(booking.id(), expected, op, client, willTreat, words.get(), cause));
    }
}
