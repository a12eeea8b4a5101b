package io.rhomboid.booking.availability;

import java.util.List;

import io.rhomboid.booking.availability.StartAnswer.DoesNotFit;
import io.rhomboid.booking.availability.StartAnswer.Fits;

/** Whether a visit can start then. */
public sealed interface VisitAnswer {

    /**
     * It can.
     *
     * @param sessions in the order in which they were asked for. Of several, each with the one room and the pieces of
     *     equipment that leave the others theirs; of one alone, with all that suit
     */
    record VisitFits(List<Fits> sessions) implements VisitAnswer {

        public VisitFits {
            sessions = List.copyOf(sessions);
        }
    }

    /**
     * It can't.
     *
     * @param number the session that speaks against it, from 1
     */
    record VisitDoesNotFit(int number, DoesNotFit why) implements VisitAnswer {}
}
