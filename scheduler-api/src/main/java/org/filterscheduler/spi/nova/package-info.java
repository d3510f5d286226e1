/** What several of Nova's plug-ins share: names, the requirement language, numbers, text forms. */
@NullMarked
package org.filterscheduler.spi.nova;

import org.jspecify.annotations.NullMarked;
