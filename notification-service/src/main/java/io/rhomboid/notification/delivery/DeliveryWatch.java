package io.rhomboid.notification.delivery;

/** Counts what happens to deliveries. */
@FunctionalInterface
public interface DeliveryWatch {

    void settled(Delivery delivery, Verdict verdict);
}
