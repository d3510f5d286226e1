/** The engine of the scheduler. */
module org.filterscheduler.core {
  requires transitive org.filterscheduler.api;
  requires com.google.common;
  requires jdk.jfr;
  requires org.slf4j;
  requires typesafe.config;

  exports org.filterscheduler.core;

  uses org.filterscheduler.spi.HostFilterProvider;
  uses org.filterscheduler.spi.HostWeigherProvider;
}
