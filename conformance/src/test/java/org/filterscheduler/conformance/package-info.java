/** Runs Nova's cases through the public API, in Nova's mode and in ours. */
@NullMarked
package org.filterscheduler.conformance;

import org.jspecify.annotations.NullMarked;
