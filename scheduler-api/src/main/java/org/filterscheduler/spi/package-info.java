/** What filters, weighers, bookings, journals and listeners implement. */
@NullMarked
package org.filterscheduler.spi;

import org.jspecify.annotations.NullMarked;
