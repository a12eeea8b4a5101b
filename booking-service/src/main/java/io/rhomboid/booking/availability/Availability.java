package io.rhomboid.booking.availability;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;

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
    private final Alike alike = new Alike();
    private final Diary diary = new Diary();

    /** The ids of what has changed since the catalogue was made. */
    private final Queue<Record> changed = new ConcurrentLinkedQueue<>();

    private final Object sealing = new Object();
    private volatile Catalogue sealed = Catalogue.EMPTY;
    private volatile boolean catalogueComplete;
    private volatile boolean diaryComplete;

    /** False if this or something newer is known already; the same for its kin below. */
    public boolean tell(ClinicId id, long version, Clinic clinic) {
        return tell(clinics, id, version, clinic);
    }

    public boolean tell(TreatmentCode code, long version, Treatment treatment) {
        return tell(treatments, code, version, treatment);
    }

    public boolean tell(TherapistId id, long version, Therapist therapist) {
        return tell(therapists, id, version, alike.one(therapist));
    }

    private <K extends Record, V> boolean tell(Map<K, Versioned<V>> states, K id, long version, V state) {
        var news = new Versioned<>(version, state);
        var kept = states.merge(id, news, (known, _) -> known.version() >= version ? known : news);
        if (kept != news) return false;
        changed.add(id);
        return true;
    }

    /** It is gone for good; its version is forgotten with it. */
    public void forget(ClinicId id) {
        if (clinics.remove(id) != null) changed.add(id);
    }

    public void forget(TreatmentCode code) {
        if (treatments.remove(code) != null) changed.add(code);
    }

    public void forget(TherapistId id) {
        if (therapists.remove(id) != null) changed.add(id);
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

    /** The catalogue of this moment, made anew only when something has changed, and only as far. */
    public Catalogue catalogue() {
        if (changed.isEmpty()) return sealed;
        synchronized (sealing) {
            // Looked at before the states are read: a change in between is seen now, and once more later.
            var ids = List.copyOf(changed);
            sealed = sealed.with(
                    news(ids, ClinicId.class, clinics),
                    news(ids, TreatmentCode.class, treatments),
                    news(ids, TherapistId.class, therapists));
            // Only now, so that nobody who finds nothing changed goes away with the former one.
            for (int i = 0; i < ids.size(); i++) changed.remove();
            return sealed;
        }
    }

    private static <K extends Record, V> Map<K, Optional<V>> news(List<Record> ids, Class<K> kind, Map<K, V> states) {
        var news = new HashMap<K, Optional<V>>();
        for (var id : ids) {
            if (kind.isInstance(id)) news.put(kind.cast(id), Optional.ofNullable(states.get(kind.cast(id))));
        }
        return news;
    }

    /** What is taken. Own writes are told to it at once, others' come by the topic. */
    public Diary diary() {
        return diary;
    }

    public FreeSlots freeSlots() {
        return new FreeSlots(catalogue(), diary);
    }
}
