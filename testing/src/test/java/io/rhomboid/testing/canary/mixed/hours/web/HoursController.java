package io.rhomboid.testing.canary.mixed.hours.web;

import org.apache.kafka.common.TopicPartition;

record HoursController(TopicPartition partition) {}
