package io.rhomboid.notification.delivery;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;

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
import io.rhomboid.notification.Examples;
import io.rhomboid.notification.recipient.Directory;

/** A directory in memory that knows every clinic and therapist, and clients once they are kept. */
public final class KnownPeople implements Directory {

    public final Map<ClinicId, Clinic> clinics = new ConcurrentHashMap<>();
    private final Map<ClientId, Client> clients = new ConcurrentHashMap<>();

    @Override
    public Optional<Client> client(ClientId id) {
        return Optional.ofNullable(clients.get(id));
    }

    @Override
    public Optional<ClientId> clientWith(String mail) {
        throw new UnsupportedOperationException();
    }

    @Override
    public Optional<Clinic> clinic(ClinicId id) {
        return Optional.of(Examples.MITTE);
    }

    @Override
    public Map<ClinicId, Clinic> clinics() {
        return clinics;
    }

    @Override
    public Optional<String> therapistName(TherapistId id) {
        return Optional.of("Mira Vogel");
    }

    @Override
    public Optional<String> treatmentName(TreatmentCode code) {
        return Optional.of("Trigger point therapy");
    }

    @Override
    public boolean keep(ClientChanged event) {
        return clients.put(event.clientId(), event.client()) == null;
    }

    @Override
    public boolean keep(ClinicChanged event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean keep(TherapistChanged event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public boolean keep(TreatmentChanged event) {
        throw new UnsupportedOperationException();
    }

    @Override
    public void erase(ClientId id) {
        clients.remove(id);
    }
}
