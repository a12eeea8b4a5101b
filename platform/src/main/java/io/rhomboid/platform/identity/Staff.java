package io.rhomboid.platform.identity;

import java.util.Map;

import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.staff.Membership;

/** Who belongs to a clinic, for services to which memberships are told. */
@FunctionalInterface
public interface Staff {

    /** What they are there, by the id that signs them in. */
    Map<String, Membership> of(ClinicId clinic);
}
