package io.rhomboid.therapist.photo;

import java.time.Clock;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.therapist.store.Records;

/** Every few minutes removes photos that nobody shows any more. Any number of instances may do so at once. */
@Component
class PhotoSweep {

    private static final Logger log = LoggerFactory.getLogger(PhotoSweep.class);

    private final Photos photos;
    private final Records<TherapistId, Therapist> therapists;
    private final Records<ClinicId, Clinic> clinics;
    private final Clock clock;

    PhotoSweep(
            Photos photos, Records<TherapistId, Therapist> therapists, Records<ClinicId, Clinic> clinics, Clock clock) {
        this.photos = photos;
        this.therapists = therapists;
        this.clinics = clinics;
        this.clock = clock;
    }

    void sweep() {
        var gone = photos.sweep(clock.instant(), this::isShown);
        if (gone > 0) log.info("Removed {} photos that nobody shows any more", gone);
    }

    boolean isShown(PhotoId id) {
        return !therapists.where("photo", id.path()).isEmpty()
                || !clinics.where("photos", id.path()).isEmpty();
    }
}
