package io.rhomboid.booking.availability;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * One visit that somebody would like to have: a session, several back to back, or the same for two at once.
 *
 * @param sessions the client's in their order, then the companion's in theirs; each begins when the former one of the
 *     same person ends, the first of each at {@code start}
 * @param oneRoom whether both must be in one double room all the time
 */
public record AskedVisit(ClinicId clinicId, Instant start, List<AskedSession> sessions, boolean oneRoom) {

    /** @param companions whether it is for who comes along */
    public record AskedSession(
            TherapistId therapistId, TreatmentCode treatment, int lengthMinutes, boolean companions) {}

    public AskedVisit {
        sessions = List.copyOf(sessions);
    }

    /** A session by itself. */
    public static AskedVisit of(AskedStart asked) {
        var session = new AskedSession(asked.therapistId(), asked.treatment(), asked.lengthMinutes(), false);
        return new AskedVisit(asked.clinicId(), asked.start(), List.of(session), false);
    }

    /** Each session with its own start. */
    public List<AskedStart> starts() {
        var starts = new ArrayList<AskedStart>(sessions.size());
        int own = 0;
        int theirs = 0;
        for (var session : sessions) {
            int minutes = session.companions ? theirs : own;
            starts.add(new AskedStart(
                    session.therapistId,
                    clinicId,
                    session.treatment,
                    session.lengthMinutes,
                    start.plusSeconds(minutes * 60L)));
            if (session.companions) theirs += session.lengthMinutes;
            else own += session.lengthMinutes;
        }
        return starts;
    }
}
