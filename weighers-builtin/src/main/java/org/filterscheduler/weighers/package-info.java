/** Nova's weighers, found by ServiceLoader like anyone else's. */
@NullMarked
package org.filterscheduler.weighers;

import org.jspecify.annotations.NullMarked;
