package io.rhomboid.notification.recipient;

import java.time.Instant;

/**
 * Mail addresses that take no mail of ours. They get nothing any more that people can do without, until they take
 * something that was agreed on: servers that get much for nobody believe us less for everybody.
 */
public interface Bounces {

    boolean has(String address);

    /** Again changes nothing. */
    void note(String address, Instant at);

    /** It has taken a mail. */
    void forget(String address);
}
