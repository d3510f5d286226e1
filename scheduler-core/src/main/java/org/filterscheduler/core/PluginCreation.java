package org.filterscheduler.core;

import static org.filterscheduler.core.PluginCalls.ask;
import static org.filterscheduler.core.PluginCalls.askList;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.Consumer;
import java.util.function.Function;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.HostWeigher;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.PluginContext;

/** Creates plug-ins and asks what they say once and for all; a plug-in that fails is a problem. */
final class PluginCreation {
  private final OptionValues values;
  private final InstantSource clock;
  private final Consumer<String> warn;
  private final List<String> problems;

  PluginCreation(
      OptionValues values, InstantSource clock, Consumer<String> warn, List<String> problems) {
    this.values = values;
    this.clock = clock;
    this.warn = warn;
    this.problems = problems;
  }

  List<Policy.Filter> filters(List<FoundPlugin<HostFilterProvider>> enabled) {
    return each(enabled, this::filter);
  }

  List<Policy.Weigher> weighers(List<FoundPlugin<HostWeigherProvider>> enabled) {
    return each(enabled, this::weigher);
  }

  private Policy.Filter filter(FoundPlugin<HostFilterProvider> found) {
    String name = found.name();
    PluginContext context = context(found.info());
    HostFilter filter = ask(name, "create", () -> found.provider().create(context));
    askList(name, "dimensions()", filter::dimensions);
    return new Policy.Filter(name, found.traits(), filter);
  }

  private Policy.Weigher weigher(FoundPlugin<HostWeigherProvider> found) {
    String name = found.name();
    PluginContext context = context(found.info());
    HostWeigher weigher = ask(name, "create", () -> found.provider().create(context));
    requireFinite(name, "multiplier()", ask(name, "multiplier()", weigher::multiplier));
    OptionalDouble minimum = ask(name, "fixedMinimum()", weigher::fixedMinimum);
    minimum.ifPresent(value -> requireFinite(name, "fixedMinimum()", value));
    return new Policy.Weigher(name, weigher);
  }

  private static void requireFinite(String plugin, String question, double value) {
    if (!Double.isFinite(value)) {
      throw new PluginException(plugin, question + " returned " + value + ", not finite", null);
    }
  }

  private PluginContext context(PluginInfo plugin) {
    return new DeclaredOptions(plugin, values, clock, new PluginWarnings(plugin.name(), warn));
  }

  private <P, R> List<R> each(List<FoundPlugin<P>> enabled, Function<FoundPlugin<P>, R> creation) {
    List<R> created = new ArrayList<>();
    for (FoundPlugin<P> found : enabled) {
      try {
        created.add(creation.apply(found));
      } catch (PluginException e) {
        problems.add(
            "The "
                + found.info().role().noun()
                + " "
                + found.name()
                + " cannot be created: "
                + e.getMessage()
                + ". It is provided by "
                + found.info().whence()
                + ". Correct its options, or do not enable it.");
      }
    }
    return created;
  }
}
