/** A workload in simulated time on a real scheduler, with books of its own. */
@NullMarked
package org.filterscheduler.examples.replay.run;

import org.jspecify.annotations.NullMarked;
