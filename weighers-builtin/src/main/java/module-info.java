/** Nova's weighers. */
module org.filterscheduler.weighers {
  requires org.filterscheduler.api;

  provides org.filterscheduler.spi.HostWeigherProvider with
      org.filterscheduler.weighers.RamWeigherProvider,
      org.filterscheduler.weighers.DiskWeigherProvider,
      org.filterscheduler.weighers.IoOpsWeigherProvider,
      org.filterscheduler.weighers.MetricsWeigherProvider,
      org.filterscheduler.weighers.PciWeigherProvider,
      org.filterscheduler.weighers.SoftAffinityWeigherProvider,
      org.filterscheduler.weighers.SoftAntiAffinityWeigherProvider,
      org.filterscheduler.weighers.BuildFailureWeigherProvider;
}
