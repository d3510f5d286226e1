/** An example filter, found like any third party's: the models of GPUs that a pod may have. */
@NullMarked
package org.filterscheduler.examples.replay.gpu;

import org.jspecify.annotations.NullMarked;
