/** Runs the benchmarks, and holds their figures against the bars. */
@NullMarked
package org.filterscheduler.benchmarks.report;

import org.jspecify.annotations.NullMarked;
