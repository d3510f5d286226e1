package org.filterscheduler.core;

import static org.filterscheduler.core.PluginCalls.ask;
import static org.filterscheduler.core.PluginCalls.askList;

import java.net.URL;
import java.security.CodeSource;
import java.util.List;
import java.util.function.Supplier;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.ResourceBooking;

/**
 * Asks each provider once for all that it says of itself, so that one that throws or says nothing
 * is known before anything depends on it.
 */
final class PluginInspection {
  private PluginInspection() {}

  static FoundPlugin<HostFilterProvider> filter(HostFilterProvider provider) {
    String type = provider.getClass().getName();
    PluginInfo info =
        new PluginInfo(
            name(type, provider::name),
            PluginInfo.Role.FILTER,
            type,
            locationOf(provider.getClass()),
            askList(type, "options()", provider::options),
            ask(type, "traits()", provider::traits));
    List<ResourceBooking<?>> bookings = askList(type, "bookings()", provider::bookings);
    bookings.forEach(booking -> ask(type, "the kind() of a booking", booking::kind));
    return new FoundPlugin<>(info, provider, bookings);
  }

  static FoundPlugin<HostWeigherProvider> weigher(HostWeigherProvider provider) {
    String type = provider.getClass().getName();
    PluginInfo info =
        new PluginInfo(
            name(type, provider::name),
            PluginInfo.Role.WEIGHER,
            type,
            locationOf(provider.getClass()),
            askList(type, "options()", provider::options),
            null);
    return new FoundPlugin<>(info, provider, List.of());
  }

  private static String name(String type, Supplier<String> call) {
    String name = ask(type, "name()", call);
    if (name.isBlank()) {
      throw new PluginException(type, "name() returned a blank text", null);
    }
    return name;
  }

  /** Returns the jar or folder of a class, and its module where that has a name. */
  static String locationOf(Class<?> type) {
    CodeSource source = type.getProtectionDomain().getCodeSource();
    URL url = source == null ? null : source.getLocation();
    String location = url == null ? "the Java runtime" : url.toString();
    Module module = type.getModule();
    return module.isNamed() ? "module " + module.getName() + ", " + location : location;
  }
}
