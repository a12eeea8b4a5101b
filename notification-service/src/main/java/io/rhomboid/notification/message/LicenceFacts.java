package io.rhomboid.notification.message;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.therapist.LicenceEvent.LicenceExpiring;

/**
 * What the templates may say of a licence, each on one line.
 *
 * @param licence its number and jurisdiction, for example {@code BE-4711 (DE)}
 * @param lastDay written out in the reader's language
 * @param daysLeft until then; not shown when it is over
 */
public record LicenceFacts(
        String clinic, String therapist, String licence, String lastDay, int daysLeft, boolean isOver) {

    static LicenceFacts of(LicenceExpiring event, Clinic clinic, String therapistName, Language language) {
        return new LicenceFacts(
                OneLine.of(clinic.name()),
                OneLine.of(therapistName),
                OneLine.of(event.number()) + " (" + OneLine.of(event.jurisdiction()) + ")",
                language.day(event.validUntil()),
                event.daysLeft(),
                event.daysLeft() < 0);
    }
}
