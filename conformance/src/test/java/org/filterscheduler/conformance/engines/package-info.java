/** The proof that the fast engine gives the answers of the plain one. */
@NullMarked
package org.filterscheduler.conformance.engines;

import org.jspecify.annotations.NullMarked;
