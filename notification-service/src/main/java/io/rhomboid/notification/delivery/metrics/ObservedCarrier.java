package io.rhomboid.notification.delivery.metrics;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationRegistry;

import io.rhomboid.notification.delivery.Carrier;
import io.rhomboid.notification.delivery.Delivery;
import io.rhomboid.notification.delivery.Receipt;
import io.rhomboid.notification.message.Channel;
import io.rhomboid.notification.message.Message;
import io.rhomboid.notification.recipient.Contact;

/** Another carrier, whose work is observed: the last step of a trace, named by channel and kind of message. */
public final class ObservedCarrier implements Carrier {

    private final Carrier carrier;
    private final ObservationRegistry observations;

    public ObservedCarrier(Carrier carrier, ObservationRegistry observations) {
        this.carrier = carrier;
        this.observations = observations;
    }

    @Override
    public Channel channel() {
        return carrier.channel();
    }

    @Override
    public boolean isOpen() {
        return carrier.isOpen();
    }

    @Override
    public boolean isRepeatable() {
        return carrier.isRepeatable();
    }

    @Override
    public Receipt carry(Delivery delivery, Contact to, Message message) {
        var channel = channel().key();
        var kind = message.kind().key();
        return Observation.createNotStarted("rhomboid.carrying", observations)
                .contextualName(channel + " " + kind)
                .lowCardinalityKeyValue("channel", channel)
                .lowCardinalityKeyValue("kind", kind)
                .observe(() -> carrier.carry(delivery, to, message));
    }
}
