/** The command-line tool. */
@NullMarked
package org.filterscheduler.examples.replay;

import org.jspecify.annotations.NullMarked;
