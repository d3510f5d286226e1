/** Races of threads on one inventory: which outcomes there may be, and which never. */
@NullMarked
package org.filterscheduler.stress;

import org.jspecify.annotations.NullMarked;
