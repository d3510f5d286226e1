/** A small controller that embeds the scheduler. */
@NullMarked
package org.filterscheduler.examples.embedding;

import org.jspecify.annotations.NullMarked;
