package io.rhomboid.therapist.treatment;

import java.time.Duration;
import java.util.ArrayList;

import com.mongodb.MongoException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.ApplicationArguments;
import org.springframework.boot.ApplicationRunner;
import org.springframework.stereotype.Component;

import io.rhomboid.contracts.treatment.Contraindication;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;
import io.rhomboid.platform.store.StoreFaults;
import io.rhomboid.platform.web.BodyHash;
import io.rhomboid.therapist.store.Outcome.Done;
import io.rhomboid.therapist.store.Records;

/**
 * Puts the catalogue into the store when the service starts: what is missing, and what a newer file says about a
 * treatment that nobody changed since the last file, and the rules for every massage in all others. The service is not ready before that; while the store is away
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
        // What a clinic wrote keeps its own rules, and holds to those for every massage as they are today.
        for (var kept : treatments.all()) {
            var today = underGeneralRules(kept.state());
            if (!today.equals(kept.state()) && treatments.replace(kept, today) instanceof Done) written++;
        }
        if (written > 0) log.info("Brought {} treatments up to the catalogue that came with the service", written);
        return written;
    }

    private Treatment underGeneralRules(Treatment treatment) {
        var codes = catalogue.general().stream().map(Contraindication::code).toList();
        var rules = new ArrayList<>(catalogue.general());
        for (var rule : treatment.contraindications()) {
            if (!codes.contains(rule.code())) rules.add(rule);
        }
        return treatment.withContraindications(rules);
    }
}
