/**
 * The command-line tool: one class per command, which computes a result; one view per result, which
 * prints it.
 */
@NullMarked
package org.filterscheduler.examples.replay;

import org.jspecify.annotations.NullMarked;
