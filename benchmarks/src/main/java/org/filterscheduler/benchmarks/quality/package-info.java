/** Compares the quality of placements, not their speed, on a public trace. */
@NullMarked
package org.filterscheduler.benchmarks.quality;

import org.jspecify.annotations.NullMarked;
