/** The values of the scheduler, what its plug-ins implement, and the interfaces of its engine. */
module org.filterscheduler.api {
  requires static transitive org.jspecify;

  exports org.filterscheduler.api;
  exports org.filterscheduler.spi;
  exports org.filterscheduler.spi.nova;
}
