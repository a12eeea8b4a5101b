package io.rhomboid.therapist.licence;

import java.time.Clock;
import java.time.Duration;

import com.mongodb.client.MongoDatabase;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.therapist.Licence;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.platform.outbox.Lease;
import io.rhomboid.therapist.store.Records;

/** Looks at the start, and then every quarter of an hour, which licences will end; one instance at a time. */
@Component
class LicenceWatch {

    private static final Logger log = LoggerFactory.getLogger(LicenceWatch.class);
    static final Duration EVERY = Duration.ofMinutes(15);

    private final LicenceNotices notices;
    private final EvidenceFiles files;
    private final Records<TherapistId, Therapist> therapists;
    private final Clock clock;
    private final Lease lease;

    LicenceWatch(
            LicenceNotices notices,
            EvidenceFiles files,
            Records<TherapistId, Therapist> therapists,
            MongoDatabase database,
            Clock clock) {
        this.notices = notices;
        this.files = files;
        this.therapists = therapists;
        this.clock = clock;
        this.lease = new Lease(database.getCollection("leases"), "licence-notices", EVERY.plusMinutes(1), clock);
    }

    void look() {
        if (!lease.hold()) return;
        var given = notices.giveWhatIsDue();
        if (given > 0) log.info("Gave {} notices of licences that will end", given);
        forgetEvidence();
    }

    /** Papers of therapists who were deleted. */
    private void forgetEvidence() {
        var before = clock.instant().minus(Duration.ofHours(1));
        var licences = therapists.all().stream()
                .flatMap(kept -> kept.state().licences().stream())
                .map(Licence::id)
                .toList();
        files.keepOnly(licences, before);
    }
}
