/** The values of the model, the engine's interfaces and its results. */
@NullMarked
package org.filterscheduler.api;

import org.jspecify.annotations.NullMarked;
