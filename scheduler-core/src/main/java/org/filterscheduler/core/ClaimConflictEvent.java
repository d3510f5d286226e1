package org.filterscheduler.core;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A claim that lost the race for its host, for JDK Flight Recorder. */
@Name("org.filterscheduler.ClaimConflict")
@Label("Claim Conflict")
@Description("A host, or what filters had read, changed between the decision and its claim")
@Category("FilterScheduler")
@StackTrace(false)
final class ClaimConflictEvent extends Event {
  @Label("Request Id")
  @Nullable String requestId;

  @Label("Host")
  @Nullable String host;
}
