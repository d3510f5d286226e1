/** JMH benchmarks, one class per question. */
@NullMarked
package org.filterscheduler.benchmarks;

import org.jspecify.annotations.NullMarked;
