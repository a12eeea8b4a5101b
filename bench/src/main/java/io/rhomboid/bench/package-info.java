/**
 * How fast is it? One class for each question; each prints one table and keeps nothing in any store. What was measured when stands
 * in {@code docs/performance.md}.
 */
@NullMarked
package io.rhomboid.bench;

import org.jspecify.annotations.NullMarked;
