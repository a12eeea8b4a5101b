/**
 * How fast is it? One class for each question; each prints one table and keeps nothing. What was measured when stands
 * in {@code docs/benchmarks.md}.
 */
@NullMarked
package io.rhomboid.bench;

import org.jspecify.annotations.NullMarked;
