/** The promise of the claim, under many threads. */
@NullMarked
package org.filterscheduler.conformance.promise;

import org.jspecify.annotations.NullMarked;
