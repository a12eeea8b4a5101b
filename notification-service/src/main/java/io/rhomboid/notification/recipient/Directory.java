package io.rhomboid.notification.recipient;

import java.util.Map;
import java.util.Optional;

import io.rhomboid.contracts.client.Client;
import io.rhomboid.contracts.client.ClientEvent.ClientChanged;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicEvent.ClinicChanged;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.TherapistEvent.TherapistChanged;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.contracts.treatment.TreatmentEvent.TreatmentChanged;

/**
 * The latest that we have heard. Answers are empty when we have not heard yet, or when it was erased; {@code keep}
 * answers whether it was news.
 */
public interface Directory {

    Optional<Client> client(ClientId id);

    /** Who has this mail address, whatever its case. */
    Optional<ClientId> clientWith(String mail);

    Optional<Clinic> clinic(ClinicId id);

    /** All clinics, each with where it is. */
    Map<ClinicId, Clinic> clinics();

    Optional<String> therapistName(TherapistId id);

    Optional<String> treatmentName(TreatmentCode code);

    boolean keep(ClientChanged event);

    boolean keep(ClinicChanged event);

    boolean keep(TherapistChanged event);

    boolean keep(TreatmentChanged event);

    /** For good: nobody is ever given that id again. */
    void erase(ClientId id);
}
