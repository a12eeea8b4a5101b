package io.rhomboid.therapist.photo;

import java.time.Clock;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;

import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.therapist.store.Records;

/** Every few minutes removes photos that nobody shows any more. Any number of instances may do so at once. */
@Component
class PhotoSweep implements SmartLifecycle {

    private static final Logger log = LoggerFactory.getLogger(PhotoSweep.class);
    private static final int MINUTES_BETWEEN = 5;

    private final Photos photos;
    private final Records<TherapistId, Therapist> therapists;
    private final Records<ClinicId, Clinic> clinics;
    private final Clock clock;
    private final ScheduledExecutorService timer = Executors.newSingleThreadScheduledExecutor(
            Thread.ofPlatform().daemon().name("photo-sweep").factory());
    private volatile boolean running;

    PhotoSweep(
            Photos photos, Records<TherapistId, Therapist> therapists, Records<ClinicId, Clinic> clinics, Clock clock) {
        this.photos = photos;
        this.therapists = therapists;
        this.clinics = clinics;
        this.clock = clock;
    }

    private void sweep() {
        try {
            var gone = photos.sweep(clock.instant(), this::isShown);
            if (gone > 0) log.info("Removed {} photos that nobody shows any more", gone);
        } catch (RuntimeException e) {
            // An exception would end the timer; the next round finds the same.
            log.warn("Photos were not swept: {}", e.toString());
        }
    }

    boolean isShown(PhotoId id) {
        return !therapists.where("photo", id.path()).isEmpty()
                || !clinics.where("photos", id.path()).isEmpty();
    }

    @Override
    public void start() {
        running = true;
        timer.scheduleWithFixedDelay(this::sweep, 1, MINUTES_BETWEEN, TimeUnit.MINUTES);
    }

    @Override
    public void stop() {
        running = false;
        timer.shutdownNow();
    }

    @Override
    public boolean isRunning() {
        return running;
    }
}
