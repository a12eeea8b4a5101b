package io.rhomboid.booking.availability.kafka;

import java.util.Collection;

import org.apache.kafka.clients.consumer.Consumer;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.apache.kafka.common.KafkaException;
import org.apache.kafka.common.TopicPartition;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.kafka.listener.ConsumerAwareRebalanceListener;
import org.springframework.kafka.listener.MessageListener;
import org.springframework.stereotype.Component;

import io.rhomboid.booking.availability.Availability;
import io.rhomboid.booking.availability.Claim;
import io.rhomboid.booking.availability.DiaryFilling;
import io.rhomboid.contracts.Topics;
import io.rhomboid.contracts.block.BlockEvent;
import io.rhomboid.contracts.block.BlockEvent.TimeBlocked;
import io.rhomboid.contracts.block.BlockEvent.TimeFreed;
import io.rhomboid.contracts.booking.BookingEvent;
import io.rhomboid.contracts.booking.BookingEvent.BookingArrived;
import io.rhomboid.contracts.booking.BookingEvent.BookingCancelled;
import io.rhomboid.contracts.booking.BookingEvent.BookingClaimed;
import io.rhomboid.contracts.booking.BookingEvent.BookingCompleted;
import io.rhomboid.contracts.booking.BookingEvent.BookingConfirmed;
import io.rhomboid.contracts.booking.BookingEvent.BookingCovered;
import io.rhomboid.contracts.booking.BookingEvent.BookingExpired;
import io.rhomboid.contracts.booking.BookingEvent.BookingHeld;
import io.rhomboid.contracts.booking.BookingEvent.BookingMissed;
import io.rhomboid.contracts.booking.BookingEvent.BookingNoted;
import io.rhomboid.contracts.booking.BookingEvent.BookingRescheduled;
import io.rhomboid.contracts.booking.BookingEvent.BookingReviewed;
import io.rhomboid.contracts.booking.BookingEvent.BookingRoomChanged;
import io.rhomboid.platform.events.EventReader;

/**
 * Hears what other instances booked and blocked, from now on. What was before comes from the store: each time partitions are
 * assigned, their place in the topic is settled first and the store is read after, so nothing falls in between.
 */
@Component
class BookingsReader implements MessageListener<String, byte[]>, ConsumerAwareRebalanceListener {

    private static final Logger log = LoggerFactory.getLogger(BookingsReader.class);

    private final EventReader events;
    private final Availability availability;
    private final DiaryFilling filling;

    BookingsReader(EventReader events, Availability availability, DiaryFilling filling) {
        this.events = events;
        this.availability = availability;
        this.filling = filling;
    }

    @Override
    public void onPartitionsAssigned(Consumer<?, ?> consumer, Collection<TopicPartition> partitions) {
        try {
            for (var partition : partitions) consumer.position(partition);
        } catch (KafkaException e) {
            log.warn("Could not settle where to read from, trying again: {}", e.toString());
            consumer.enforceRebalance("the place to read from is not settled");
            return;
        }
        filling.fill();
    }

    @Override
    public void onMessage(ConsumerRecord<String, byte[]> message) {
        if (message.topic().equals(Topics.BLOCKS)) takeBlock(message);
        else takeBooking(message);
    }

    private void takeBlock(ConsumerRecord<String, byte[]> message) {
        var diary = availability.diary();
        switch (events.read(message, BlockEvent.class)) {
            case null -> {}
            case TimeBlocked told -> diary.claim(told.blockId(), told.version(), Claim.of(told.time()));
            case TimeFreed told ->
                diary.release(told.blockId(), told.version(), told.time().end());
        }
    }

    private void takeBooking(ConsumerRecord<String, byte[]> message) {
        var event = events.read(message, BookingEvent.class);
        if (event == null) return;
        switch (event) {
            case BookingHeld _,
                    BookingConfirmed _,
                    BookingRescheduled _,
                    BookingRoomChanged _,
                    BookingNoted _,
                    BookingReviewed _,
                    BookingCovered _,
                    BookingClaimed _,
                    BookingArrived _,
                    BookingCompleted _,
                    BookingMissed _ -> claim(event);
            case BookingCancelled _, BookingExpired _ -> release(event);
        }
    }

    private void claim(BookingEvent event) {
        availability.diary().claim(event.bookingId(), event.version(), Claim.of(event.booking()));
    }

    private void release(BookingEvent event) {
        availability
                .diary()
                .release(
                        event.bookingId(),
                        event.version(),
                        Claim.of(event.booking()).until());
    }
}
