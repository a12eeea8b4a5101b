package io.rhomboid.therapist.treatment;

import java.time.Duration;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.store.StoreFaults;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.therapist.store.Records;

/**
 * Puts the catalogue into the store when the service starts: what is missing, and what a newer file says about a
 * treatment that nobody changed since the last file. The service is not ready before that; while the store is away
 * it waits.
 */
@Component
class CatalogueSeed implements ApplicationRunner {

    private static final Logger log = LoggerFactory.getLogger(CatalogueSeed.class);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private final Catalogue catalogue;
    private final Records<TreatmentCode, Treatment> treatments;
    private final BodyHash hash;

    CatalogueSeed(Catalogue catalogue, Records<TreatmentCode, Treatment> treatments, BodyHash hash) {
        this.catalogue = catalogue;
        this.treatments = treatments;
        this.hash = hash;
    }

    @Override
    public void run(ApplicationArguments args) throws InterruptedException {
        while (true) {
            try {
                seed();
                return;
            } catch (MongoException e) {
                if (!StoreFaults.isAway(e)) throw e;
                log.warn("The catalogue waits for the store: {}", e.toString());
            }
            Thread.sleep(PAUSE);
        }
    }

    /** Answers how many treatments were written. */
    int seed() {
        int written = 0;
        for (var entry : catalogue.treatments().entrySet()) {
            if (treatments.seed(entry.getKey(), hash.of(entry.getValue()), entry.getValue())) written++;
        }
        if (written > 0) log.info("Took {} treatments from the catalogue that came with the service", written);
        return written;
    }
}
