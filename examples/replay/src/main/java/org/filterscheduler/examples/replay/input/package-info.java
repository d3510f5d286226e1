/** Strict readers: what is wrong in a file is named by file, place, value and rule. */
@NullMarked
package org.filterscheduler.examples.replay.input;

import org.jspecify.annotations.NullMarked;
