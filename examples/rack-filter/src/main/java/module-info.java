/** A third party's plug-in: two filters that the scheduler finds by itself. */
module org.filterscheduler.examples.rack {
  requires org.filterscheduler.api;

  provides org.filterscheduler.spi.HostFilterProvider with
      org.filterscheduler.examples.rack.LicenseFilterProvider,
      org.filterscheduler.examples.rack.RackAntiAffinityFilterProvider;
}
