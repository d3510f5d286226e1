package com.acme.slots;

import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.PluginContext;

/** No instance without slots goes to a host that has some; a claim books the slots by itself. */
public final class SlotFilterProvider implements HostFilterProvider {
  private static final ResourceClass SLOT = new ResourceClass("CUSTOM_ACME_SLOT");

  public SlotFilterProvider() {}

  @Override
  public String name() {
    return "AcmeSlotFilter";
  }

  @Override
  public HostFilter create(PluginContext context) {
    return HostFilter.of(
        (host, request) ->
            request.resources().containsKey(SLOT)
                || host.description().inventory(SLOT).total() == 0);
  }
}
