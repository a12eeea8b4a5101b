/**
 * What has to happen to stored documents before a new version works with them, or after a backup was brought back: once,
 * in order, before anything else is done.
 */
@NullMarked
package io.rhomboid.platform.migration;

import org.jspecify.annotations.NullMarked;
