package org.filterscheduler.core;

import jdk.jfr.Category;
import jdk.jfr.Description;
import jdk.jfr.Event;
import jdk.jfr.Label;
import jdk.jfr.Name;
import jdk.jfr.StackTrace;
import org.jspecify.annotations.Nullable;

/** A call of select or selectAll, for JDK Flight Recorder; it lasts as long as the call. */
@Name("org.filterscheduler.Decision")
@Label("Scheduling Decision")
@Description("Instances were placed, or found no host")
@Category("FilterScheduler")
@StackTrace(false)
final class DecisionEvent extends Event {
  @Label("Request Id")
  @Nullable String requestId;

  @Label("Result")
  @Description("The name of the answer's type, or of the exception")
  @Nullable String result;

  @Label("Hosts")
  @Description("How many hosts the inventory had")
  int hosts;
}
