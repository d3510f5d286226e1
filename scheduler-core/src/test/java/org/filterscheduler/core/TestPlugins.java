package org.filterscheduler.core;

import java.util.List;
import java.util.function.Function;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;
import org.filterscheduler.spi.ResourceBooking;

/** Plug-ins that tests make up. */
final class TestPlugins {
  private TestPlugins() {}

  static FakeFilter filter(String name) {
    return new FakeFilter(
        name, List.of(), List.of(), context -> HostFilter.of((host, request) -> true));
  }

  static FakeWeigher weigher(String name) {
    return new FakeWeigher(name, List.of(), context -> HostWeigher.of(1.0, (host, request) -> 0.0));
  }

  /** A filter that is what its parts say. */
  record FakeFilter(
      String name,
      List<OptionSpec<?>> options,
      List<ResourceBooking<?>> bookings,
      Function<PluginContext, HostFilter> creation)
      implements HostFilterProvider {
    FakeFilter options(OptionSpec<?>... specs) {
      return new FakeFilter(name, List.of(specs), bookings, creation);
    }

    FakeFilter bookings(ResourceBooking<?>... brought) {
      return new FakeFilter(name, options, List.of(brought), creation);
    }

    FakeFilter creating(Function<PluginContext, HostFilter> how) {
      return new FakeFilter(name, options, bookings, how);
    }

    @Override
    public FilterTraits traits() {
      return FilterTraits.ONCE_PER_REQUEST;
    }

    @Override
    public HostFilter create(PluginContext context) {
      return creation.apply(context);
    }
  }

  /** A weigher that is what its parts say. */
  record FakeWeigher(
      String name, List<OptionSpec<?>> options, Function<PluginContext, HostWeigher> creation)
      implements HostWeigherProvider {
    FakeWeigher options(OptionSpec<?>... specs) {
      return new FakeWeigher(name, List.of(specs), creation);
    }

    FakeWeigher creating(Function<PluginContext, HostWeigher> how) {
      return new FakeWeigher(name, options, how);
    }

    @Override
    public HostWeigher create(PluginContext context) {
      return creation.apply(context);
    }
  }
}
