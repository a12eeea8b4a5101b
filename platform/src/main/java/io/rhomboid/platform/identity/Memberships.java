package io.rhomboid.platform.identity;

import java.util.List;

import io.rhomboid.contracts.staff.Membership;

/** What people are at clinics. Asked for each request that needs it, so that who leaves is out at once. */
@FunctionalInterface
public interface Memberships {

    /** None for who is nothing anywhere. */
    List<Membership> of(String subject);
}
