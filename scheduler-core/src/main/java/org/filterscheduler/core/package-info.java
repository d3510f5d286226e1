/** The engine of the scheduler and its configuration. */
@NullMarked
package org.filterscheduler.core;

import org.jspecify.annotations.NullMarked;
