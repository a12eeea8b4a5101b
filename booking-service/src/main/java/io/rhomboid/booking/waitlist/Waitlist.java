package io.rhomboid.booking.waitlist;

import java.util.List;
import java.util.Optional;

import io.rhomboid.booking.reservation.Op;
import io.rhomboid.booking.waitlist.Entry.Step;
import io.rhomboid.contracts.client.ClientId;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.waitlist.WaitlistEntryId;

/** All who wait or have waited. A step and its event are kept by one write, or neither of them is. */
public interface Waitlist {

    /** @param op the request that made it */
    record Kept(Entry entry, Op op) {}

    Optional<Kept> find(WaitlistEntryId id);

    /** False if the id is there, or the client's place is filled. */
    boolean add(Step joined, Op op);

    /** False if somebody else was faster: it is kept only if it is the very next step. */
    boolean save(Step step);

    /** Everybody who waits or is offered something, and whose ended offer is still to be handed on. */
    List<Entry> unfinished();

    /** Those of a clinic who wait or are offered something. */
    List<Entry> openAt(ClinicId clinic);

    /** Those of a client that wait or are offered something. */
    List<Entry> openOf(ClientId client);
}
