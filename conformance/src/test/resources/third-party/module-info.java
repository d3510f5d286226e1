/** A plug-in that knows nothing of this repository but its API. */
module com.acme.slots {
  requires org.filterscheduler.api;

  provides org.filterscheduler.spi.HostFilterProvider with
      com.acme.slots.SlotFilterProvider;
}
