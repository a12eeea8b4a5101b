package io.rhomboid.booking.availability;

import java.lang.ref.WeakReference;
import java.util.Map;
import java.util.WeakHashMap;

import io.rhomboid.contracts.therapist.Rota;
import io.rhomboid.contracts.therapist.Therapist;

/**
 * What is the same for many is kept once: colleagues have the same weekly hours and the same price list, and each is
 * told in a message of its own. Holds on to nothing that nobody else does. Safe for any number of threads.
 */
final class Alike {

    private final Map<Object, WeakReference<Object>> known = new WeakHashMap<>();

    Therapist one(Therapist told) {
        var rota = told.rota();
        return new Therapist(
                told.name(),
                told.listing(),
                told.gender(),
                one(told.languages()),
                told.about(),
                told.practisingSince(),
                one(told.specializations()),
                told.licences(),
                one(told.offers()),
                one(new Rota(one(rota.weekly()), rota.overrides(), rota.timeOff(), rota.rules())),
                one(told.professionalBodies()),
                told.photo(),
                told.packages());
    }

    @SuppressWarnings("unchecked")
    private synchronized <T> T one(T value) {
        var reference = known.get(value);
        var kept = reference == null ? null : reference.get();
        if (kept != null) return (T) kept;
        known.put(value, new WeakReference<>(value));
        return value;
    }
}
