/**
 * What every service needs and none is about, as one Boot auto-configuration: a service only adds the dependency and
 * imports {@code classpath:rhomboid-platform.yml}.
 *
 * <p>Below lie storing, telling (outbox), listening (events) and answering (web). Knows no clinic.
 */
@NullMarked
package io.rhomboid.platform;

import org.jspecify.annotations.NullMarked;
