package io.rhomboid.therapist.search;

import java.time.Duration;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * How the search follows the store.
 *
 * @param sweep how often it looks for what other instances changed; SEARCH_SWEEP
 */
@ConfigurationProperties("rhomboid.search")
record SearchSettings(@DefaultValue("1s") Duration sweep) {}
