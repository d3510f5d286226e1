/** A filter written by a third party. */
@NullMarked
package org.filterscheduler.examples.rack;

import org.jspecify.annotations.NullMarked;
