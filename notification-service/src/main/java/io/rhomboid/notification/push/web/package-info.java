/** People let their browsers be told, or not any more. */
@NullMarked
package io.rhomboid.notification.push.web;

import org.jspecify.annotations.NullMarked;
