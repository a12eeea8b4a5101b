package io.rhomboid.booking.account;

import java.time.Instant;
import java.util.List;

import io.rhomboid.contracts.client.ClientId;

/** As which clients people were known before they put what they had booked into an account. */
public interface FormerSelves {

    /**
     * @param proven whether they have shown that the former one's mailbox is theirs; otherwise all they showed was a link,
     *               which somebody may have passed on to them
     */
    record FormerSelf(ClientId client, boolean proven) {}

    /** Keeps it; what was proven once stays so. */
    void join(FormerSelf former, ClientId account, Instant at);

    List<FormerSelf> of(ClientId account);
}
