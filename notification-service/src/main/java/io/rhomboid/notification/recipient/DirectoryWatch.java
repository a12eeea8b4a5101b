package io.rhomboid.notification.recipient;

import io.rhomboid.contracts.client.ClientId;

/** Is told after the {@link Directory} has changed; may miss it when the process dies in between. */
public interface DirectoryWatch {

    /** This is new or another than before. */
    void known(Subject subject);

    /** Nothing that tells of this person may remain. Told again when it could not be done. */
    void erased(ClientId client);
}
