package io.rhomboid.testing.canary.door;

import io.rhomboid.contracts.therapist.TherapistId;

record Door(TherapistId knows) {}
