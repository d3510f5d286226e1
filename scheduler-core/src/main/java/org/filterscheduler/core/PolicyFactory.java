package org.filterscheduler.core;

import java.time.InstantSource;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.function.Consumer;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.ResourceBooking;
import org.jspecify.annotations.Nullable;

/**
 * Brings a configuration to life. All that is wrong with it is found before anything is returned,
 * and listed at once.
 */
final class PolicyFactory {
  private final SchedulerConfiguration configuration;
  private final Plugins plugins;
  private final OptionSchema schema;
  private final List<String> problems = new ArrayList<>();
  private final OptionValues values;

  private PolicyFactory(SchedulerConfiguration configuration, Plugins plugins) {
    this.configuration = configuration;
    this.plugins = plugins;
    this.schema = OptionSchema.of(plugins);
    this.values = OptionValues.check(configuration, schema, problems);
  }

  /**
   * Creates the policy that a configuration describes.
   *
   * @param configuration the configuration
   * @param plugins what can be enabled
   * @param clock for plug-ins that ask for the time
   * @param warn takes what is odd and not wrong: once each, now, and later from the plug-ins
   * @throws ConfigurationException listing all that is wrong
   */
  static Policy create(
      SchedulerConfiguration configuration,
      Plugins plugins,
      InstantSource clock,
      Consumer<String> warn) {
    return create(configuration, plugins, clock, warn, null);
  }

  /** Does the same for an inventory that is there already; null if it is still to be built. */
  static Policy create(
      SchedulerConfiguration configuration,
      Plugins plugins,
      InstantSource clock,
      Consumer<String> warn,
      @Nullable InventoryAgreement agreement) {
    PolicyFactory factory = new PolicyFactory(configuration, plugins);
    Policy policy = factory.policy(clock, warn, agreement);
    if (!factory.problems.isEmpty()) {
      // a provider that is broken may be the cause of a name that nobody knows
      factory.problems.addAll(plugins.broken());
    }
    factory.throwProblems();
    configuration.warnings().forEach(warn);
    plugins.problems().forEach(warn);
    return policy;
  }

  /**
   * Returns the options of an inventory.
   *
   * @param configuration the configuration; all its options are checked, no plug-in is created
   * @param plugins whose options may be set
   * @param warn takes what is odd and not wrong
   * @throws ConfigurationException listing all options that are wrong
   */
  static InventorySettings inventorySettings(
      SchedulerConfiguration configuration, Plugins plugins, Consumer<String> warn) {
    PolicyFactory factory = new PolicyFactory(configuration, plugins);
    factory.throwProblems();
    return InventoryOptions.settings(factory.values, warn);
  }

  /**
   * Returns the structured resources of all filters that were found: those of the enabled filters
   * in their order, then the others by name, since a filter may be enabled while the inventory is
   * in use. Nothing is checked; a name that says nothing adds nothing, nor does one that several
   * providers have: it cannot be enabled.
   *
   * @param configuration says which filters are enabled
   * @param plugins the filters
   */
  static List<ResourceBooking<?>> bookings(SchedulerConfiguration configuration, Plugins plugins) {
    PolicyFactory factory = new PolicyFactory(configuration, plugins);
    Set<FoundPlugin<HostFilterProvider>> inOrder = new LinkedHashSet<>(factory.enabledFilters());
    for (FoundPlugin<HostFilterProvider> found : plugins.filterTable().plugins()) {
      if (plugins.filterTable().named(found.name()).size() == 1) {
        inOrder.add(found);
      }
    }
    List<ResourceBooking<?>> bookings = new ArrayList<>();
    inOrder.forEach(found -> bookings.addAll(found.bookings()));
    return bookings;
  }

  private Policy policy(
      InstantSource clock, Consumer<String> warn, @Nullable InventoryAgreement agreement) {
    var enabledFilters = enabledFilters();
    var enabledWeighers = enabledWeighers();
    checkConflicts(enabledFilters, enabledWeighers);
    if (agreement != null) {
      agreement.check(values, enabledFilters, problems::add);
    }
    var creation = new PluginCreation(values, clock, warn, problems);
    return new Policy(
        configuration,
        creation.filters(enabledFilters),
        creation.weighers(enabledWeighers),
        values.get(EngineOptions.HOST_SUBSET_SIZE).intValue(),
        values.get(EngineOptions.SHUFFLE_BEST),
        values.get(EngineOptions.MAX_ATTEMPTS).intValue(),
        quirks(),
        new Policy.Engine(
            Policy.Mode.valueOf(values.get(EngineOptions.ENGINE).toUpperCase(Locale.ROOT)),
            values.get(EngineOptions.INDEX)));
  }

  private List<FoundPlugin<HostFilterProvider>> enabledFilters() {
    OptionSpec<List<String>> option = EngineOptions.enabledFilters();
    List<String> names = values.get(option);
    checkAvailable(option, names);
    return new EnabledPlugins<>(option, plugins.filterTable(), values, problems).of(names);
  }

  private void checkAvailable(OptionSpec<List<String>> option, List<String> enabled) {
    List<String> available = new ArrayList<>(values.get(EngineOptions.AVAILABLE_FILTERS));
    boolean all = available.removeAll(List.of(EngineOptions.ALL));
    var table = plugins.filterTable();
    new EnabledPlugins<>(EngineOptions.AVAILABLE_FILTERS, table, values, problems)
        .checkNames(available);
    for (String name : new LinkedHashSet<>(enabled)) {
      if (!all && !available.contains(name) && !table.named(name).isEmpty()) {
        problems.add(
            values.about(option, name)
                + " is not among available-filters "
                + available
                + ". Add it there, or write \"all\" there.");
      }
    }
  }

  private List<FoundPlugin<HostWeigherProvider>> enabledWeighers() {
    OptionSpec<List<String>> option = EngineOptions.enabledWeighers();
    var table = plugins.weigherTable();
    List<String> names = spelledOut(values.get(option), option.defaultValue(), table.names());
    return new EnabledPlugins<>(option, table, values, problems).of(names);
  }

  /** Puts in the place of "all" the default weighers as far as they are found, then the others. */
  private static List<String> spelledOut(
      List<String> names, List<String> usual, Set<String> found) {
    Set<String> all = new LinkedHashSet<>(usual);
    all.retainAll(found);
    all.addAll(found);
    all.removeAll(names);
    List<String> spelledOut = new ArrayList<>();
    for (String name : names) {
      if (name.equals(EngineOptions.ALL)) {
        spelledOut.addAll(all);
      } else {
        spelledOut.add(name);
      }
    }
    return spelledOut;
  }

  /** A disagreement of two plug-ins that are not used, about an option that is not set, is none. */
  private void checkConflicts(
      List<FoundPlugin<HostFilterProvider>> filters,
      List<FoundPlugin<HostWeigherProvider>> weighers) {
    Set<String> enabled = new LinkedHashSet<>();
    filters.forEach(found -> enabled.add(found.name()));
    weighers.forEach(found -> enabled.add(found.name()));
    for (OptionSchema.Conflict conflict : schema.conflicts()) {
      boolean used = conflict.plugins().stream().anyMatch(enabled::contains);
      if (used || configuration.settings().containsKey(conflict.path())) {
        problems.add(conflict.message());
      }
    }
  }

  private Policy.Quirks quirks() {
    boolean pike = values.get(EngineOptions.COMPATIBILITY).equals("pike");
    boolean failing =
        values.isSet(EngineOptions.ON_PLUGIN_FAILURE)
            ? values.get(EngineOptions.ON_PLUGIN_FAILURE).equals(EngineOptions.FAIL_REQUEST)
            : pike;
    return new Policy.Quirks(
        quirk(EngineOptions.SWAP_IS_FREE, pike),
        quirk(EngineOptions.REQUEST_IS_BLIND, pike),
        failing,
        quirk(EngineOptions.SHARED_INSTANCE_UUID, pike));
  }

  private boolean quirk(OptionSpec<Boolean> option, boolean pike) {
    return values.isSet(option) ? values.get(option) : pike;
  }

  private void throwProblems() {
    if (!problems.isEmpty()) {
      throw new ConfigurationException(problems);
    }
  }
}
