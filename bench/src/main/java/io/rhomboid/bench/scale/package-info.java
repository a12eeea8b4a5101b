/** What would become of us with many more clinics: arithmetic, and a simulation that holds it to waiting times. */
package io.rhomboid.bench.scale;
