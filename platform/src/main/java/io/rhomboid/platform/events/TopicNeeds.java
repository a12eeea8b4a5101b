package io.rhomboid.platform.events;

import java.time.Duration;
import java.util.List;
import java.util.Map;

import org.apache.kafka.clients.admin.NewTopic;
import org.springframework.kafka.config.TopicBuilder;

import io.rhomboid.contracts.Topics;

/**
 * The topics as they must be, made by whichever service comes first. Partitions can only ever grow: a key's events
 * stay in order only as long as their number stays.
 */
public final class TopicNeeds {

    private static final int PARTITIONS = 6;
    private static final String DAY = String.valueOf(Duration.ofDays(1).toMillis());

    private TopicNeeds() {}

    /** All topics that services share. */
    static List<NewTopic> shared() {
        return List.of(
                compacted(Topics.CLINICS),
                compacted(Topics.TREATMENTS),
                compacted(Topics.THERAPISTS),
                facts(Topics.LICENCES),
                compacted(Topics.CLIENTS),
                facts(Topics.ERASURES),
                facts(Topics.BOOKINGS),
                facts(Topics.SERIES),
                facts(Topics.BLOCKS),
                facts(Topics.WAITLIST),
                facts(Topics.PLANS),
                facts(Topics.ALERTS),
                facts(Topics.REVIEWS),
                facts(Topics.INTAKES),
                compacted(Topics.MEMBERS),
                passing(Topics.INVITATIONS),
                passing(Topics.GIFT_CARDS),
                passing(Topics.INTAKE_CODES),
                passing(Topics.FAREWELLS));
    }

    /** The last state of each key is kept for ever. What was before it, or before a tombstone, is gone after a day or two. */
    public static NewTopic compacted(String name) {
        return TopicBuilder.name(name)
                .partitions(PARTITIONS)
                .configs(Map.of(
                        "cleanup.policy", "compact", "min.cleanable.dirty.ratio", "0.1", "max.compaction.lag.ms", DAY))
                .build();
    }

    /** Every fact is kept for ever, so that a new reader can begin at the beginning. */
    public static NewTopic facts(String name) {
        return TopicBuilder.name(name)
                .partitions(PARTITIONS)
                .configs(Map.of("retention.ms", "-1"))
                .build();
    }

    /** Every fact is kept for a week, and nobody needs it after. */
    public static NewTopic passing(String name) {
        return TopicBuilder.name(name)
                .partitions(PARTITIONS)
                .configs(
                        Map.of("retention.ms", String.valueOf(Duration.ofDays(7).toMillis())))
                .build();
    }

    /** What this application can't process of that topic, kept until somebody decides. */
    public static NewTopic deadLetters(String topic, String application) {
        return TopicBuilder.name(Topics.deadLetters(topic, application))
                .partitions(1)
                .configs(Map.of("retention.ms", "-1"))
                .build();
    }
}
