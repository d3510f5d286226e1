/** Nova's filters. */
module org.filterscheduler.filters {
  requires com.fasterxml.jackson.databind;
  requires org.filterscheduler.api;

  provides org.filterscheduler.spi.HostFilterProvider with
      org.filterscheduler.filters.RetryFilterProvider,
      org.filterscheduler.filters.AvailabilityZoneFilterProvider,
      org.filterscheduler.filters.RamFilterProvider,
      org.filterscheduler.filters.DiskFilterProvider,
      org.filterscheduler.filters.CoreFilterProvider,
      org.filterscheduler.filters.ComputeFilterProvider,
      org.filterscheduler.filters.ComputeCapabilitiesFilterProvider,
      org.filterscheduler.filters.ImagePropertiesFilterProvider,
      org.filterscheduler.filters.ServerGroupAntiAffinityFilterProvider,
      org.filterscheduler.filters.ServerGroupAffinityFilterProvider;
}
