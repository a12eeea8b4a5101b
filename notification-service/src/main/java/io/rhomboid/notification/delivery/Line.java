package io.rhomboid.notification.delivery;

import java.time.Duration;
import java.util.List;

import io.rhomboid.notification.recipient.Lately;

/** What else is told along a line of occasions: read once for all that one fact adds to it, however many send it. */
public final class Line {

    private final Deliveries deliveries;
    private final Lately<String, List<Delivery>> read = new Lately<>(Duration.ofSeconds(1));

    public Line(Deliveries deliveries) {
        this.deliveries = deliveries;
    }

    /** All of them with their versions in order; as they were a second ago at the latest. */
    List<Delivery> of(Delivery delivery) {
        return read.get(delivery.occasion().line(), deliveries::along);
    }
}
