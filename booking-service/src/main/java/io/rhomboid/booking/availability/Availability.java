package io.rhomboid.booking.availability;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

import org.jspecify.annotations.Nullable;

import io.rhomboid.contracts.clinic.Clinic;
import io.rhomboid.contracts.clinic.ClinicId;
import io.rhomboid.contracts.therapist.Therapist;
import io.rhomboid.contracts.therapist.TherapistId;
import io.rhomboid.contracts.treatment.Treatment;
import io.rhomboid.contracts.treatment.TreatmentCode;

/**
 * All that this instance knows, kept up to date: who works where and when, and what is taken.
 *
 * <p>Told by the topics and by its own store, in any order and more than once; only what is newer than what is known
 * counts. Until it has been told everything once it is not {@link #isReady ready}, and nobody should take its silence
 * for "nobody is free". Safe for any number of threads.
 */
public final class Availability {

    private final Map<ClinicId, Versioned<Clinic>> clinics = new ConcurrentHashMap<>();
    private final Map<TreatmentCode, Versioned<Treatment>> treatments = new ConcurrentHashMap<>();
    private final Map<TherapistId, Versioned<Therapist>> therapists = new ConcurrentHashMap<>();
    private final Diary diary = new Diary();

    private final AtomicLong changes = new AtomicLong();
    private final Object sealing = new Object();
    private volatile Sealed sealed = new Sealed(0, Catalogue.EMPTY);
    private volatile boolean catalogueComplete;
    private volatile boolean diaryComplete;

    /** The catalogue as it was after so many changes. */
    private record Sealed(long changes, Catalogue catalogue) {}

    /** False if this or something newer is known already; the same for its kin below. */
    public boolean tell(ClinicId id, long version, Clinic clinic) {
        return tell(clinics, id, version, clinic);
    }

    public boolean tell(TreatmentCode code, long version, Treatment treatment) {
        return tell(treatments, code, version, treatment);
    }

    public boolean tell(TherapistId id, long version, Therapist therapist) {
        return tell(therapists, id, version, therapist);
    }

    private <K, V> boolean tell(Map<K, Versioned<V>> states, K id, long version, V state) {
        var news = new Versioned<>(version, state);
        var kept = states.merge(id, news, (known, _) -> known.version() >= version ? known : news);
        if (kept != news) return false;
        changes.incrementAndGet();
        return true;
    }

    /** It is gone for good; its version is forgotten with it. */
    public void forget(ClinicId id) {
        if (clinics.remove(id) != null) changes.incrementAndGet();
    }

    public void forget(TreatmentCode code) {
        if (treatments.remove(code) != null) changes.incrementAndGet();
    }

    public void forget(TherapistId id) {
        if (therapists.remove(id) != null) changes.incrementAndGet();
    }

    /** Whether this version or a newer one is known. */
    public boolean knows(ClinicId id, long version) {
        return knows(clinics.get(id), version);
    }

    public boolean knows(TreatmentCode code, long version) {
        return knows(treatments.get(code), version);
    }

    public boolean knows(TherapistId id, long version) {
        return knows(therapists.get(id), version);
    }

    private static boolean knows(@Nullable Versioned<?> known, long version) {
        return known != null && known.version() >= version;
    }

    /** Everything that was in the topics has been told at least once, now or in an earlier life of this service. */
    public void catalogueIsComplete() {
        catalogueComplete = true;
    }

    /** Every claim that was in the store has been told at least once. */
    public void diaryIsComplete() {
        diaryComplete = true;
    }

    /** Whether an empty answer means that nobody is free, and not just that nobody has told us yet. */
    public boolean isReady() {
        return catalogueComplete && diaryComplete;
    }

    /** The catalogue of this moment, made anew only when something has changed. */
    public Catalogue catalogue() {
        if (sealed.changes == changes.get()) return sealed.catalogue;
        synchronized (sealing) {
            // Counted before the maps are read: a change in between is seen, and makes the next caller look again.
            long seen = changes.get();
            if (sealed.changes != seen) {
                sealed = new Sealed(seen, sealed.catalogue.replacedBy(clinics, treatments, therapists));
            }
            return sealed.catalogue;
        }
    }

    /** What is taken. Own writes are told to it at once, others' come by the topic. */
    public Diary diary() {
        return diary;
    }

    public FreeSlots freeSlots() {
        return new FreeSlots(catalogue(), diary);
    }
}
