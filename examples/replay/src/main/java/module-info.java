/** The command-line tool, and an example filter in it. */
module org.filterscheduler.examples.replay {
  requires ch.qos.logback.classic;
  requires com.fasterxml.jackson.databind;
  requires info.picocli;
  requires me.tongfei.progressbar;
  requires org.apache.commons.csv;
  requires org.filterscheduler.api;
  requires org.filterscheduler.core;
  requires org.slf4j;
  requires typesafe.config;

  opens org.filterscheduler.examples.replay to
      com.fasterxml.jackson.databind,
      info.picocli;
  opens org.filterscheduler.examples.replay.run to
      com.fasterxml.jackson.databind;

  provides org.filterscheduler.spi.HostFilterProvider with
      org.filterscheduler.examples.replay.gpu.GpuModelFilterProvider;
}
