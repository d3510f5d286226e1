/** Plug-ins of a third party are found, on the class path and on the module path. */
@NullMarked
package org.filterscheduler.conformance.discovery;

import org.jspecify.annotations.NullMarked;
