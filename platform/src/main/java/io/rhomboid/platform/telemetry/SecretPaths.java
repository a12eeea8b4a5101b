package io.rhomboid.platform.telemetry;

import java.util.regex.Pattern;

import io.micrometer.common.KeyValue;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationFilter;

/** Takes the secret out of addresses that are one – a calendar's, an opt-out's – before a trace keeps them. */
public final class SecretPaths implements ObservationFilter {

    private static final Pattern SECRET = Pattern.compile("(/calendar/|/opt-outs/)[^/?#\\s]+");

    @Override
    public Observation.Context map(Observation.Context context) {
        for (var tag : context.getHighCardinalityKeyValues()) {
            var told = SECRET.matcher(tag.getValue()).replaceAll("$1***");
            if (!told.equals(tag.getValue())) context.addHighCardinalityKeyValue(KeyValue.of(tag.getKey(), told));
        }
        return context;
    }
}
