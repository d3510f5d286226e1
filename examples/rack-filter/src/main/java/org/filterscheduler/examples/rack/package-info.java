/** Two filters of a third party: members of a group in different racks, and counted licences. */
@NullMarked
package org.filterscheduler.examples.rack;

import org.jspecify.annotations.NullMarked;
