/** Tables, bars and JSON for people and programs. */
@NullMarked
package org.filterscheduler.examples.replay.text;

import org.jspecify.annotations.NullMarked;
