/** The rules of the architecture, each a test. */
@NullMarked
package org.filterscheduler.architecture;

import org.jspecify.annotations.NullMarked;
