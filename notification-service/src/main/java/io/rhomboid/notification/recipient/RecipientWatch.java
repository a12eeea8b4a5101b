package io.rhomboid.notification.recipient;

import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;

/** Is told after somebody has said how they want to be told. */
public interface RecipientWatch {

    void changed(ClientId client);

    void changed(ClinicId clinic);
}
