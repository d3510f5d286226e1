/** Nova's filters, found by ServiceLoader like anyone else's. */
@NullMarked
package org.filterscheduler.filters;

import org.jspecify.annotations.NullMarked;
