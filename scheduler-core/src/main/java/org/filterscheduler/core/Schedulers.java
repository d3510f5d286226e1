package org.filterscheduler.core;

import java.time.InstantSource;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.spi.ClaimJournal;
import org.filterscheduler.spi.SchedulerListener;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Creates schedulers and inventories. */
public final class Schedulers {
  private static final Logger LOG = LoggerFactory.getLogger(Schedulers.class);

  private Schedulers() {}

  /** Starts with all defaults: the plug-ins that are found, the system's clock, no journal. */
  public static Builder builder() {
    return new Builder();
  }

  /** Collects the parts of schedulers and inventories. Not safe for several threads. */
  public static final class Builder {
    private SchedulerConfiguration configuration = SchedulerConfiguration.defaults();
    private InstantSource clock = InstantSource.system();
    private @Nullable Plugins plugins;
    private ClaimJournal journal = ClaimJournal.NONE;
    private SchedulerListener listener = SchedulerListener.NONE;

    private Builder() {}

    /** Sets the options of the scheduler and of the inventory; by default each has its default. */
    public Builder configuration(SchedulerConfiguration value) {
      configuration = Objects.requireNonNull(value, "configuration");
      return this;
    }

    /** Sets the clock; by default the system's. */
    public Builder clock(InstantSource value) {
      clock = Objects.requireNonNull(value, "clock");
      return this;
    }

    /**
     * Sets the plug-ins that can be enabled; by default those that {@link Plugins#load()} finds.
     */
    public Builder plugins(Plugins value) {
      plugins = Objects.requireNonNull(value, "plugins");
      return this;
    }

    /** Sets where an inventory's events are kept; by default nowhere. */
    public Builder journal(ClaimJournal value) {
      journal = Objects.requireNonNull(value, "journal");
      return this;
    }

    /** Sets who is told what a scheduler does; by default nobody. */
    public Builder listener(SchedulerListener value) {
      listener = Objects.requireNonNull(value, "listener");
      return this;
    }

    /**
     * Creates an inventory, for several schedulers to share.
     *
     * @throws ConfigurationException if any option is wrong
     */
    public HostInventory buildInventory() {
      return inventory();
    }

    /**
     * Creates a scheduler with an inventory of its own.
     *
     * @throws ConfigurationException listing all that is wrong with the configuration
     */
    public FilterScheduler build() {
      // The policy first: it finds all errors, not some.
      Policy policy = PolicyFactory.create(configuration, found(), clock, LOG::warn);
      return scheduler(inventory(), policy);
    }

    /**
     * Creates a scheduler on an inventory that others may use too. The inventory keeps the options
     * it was built with (allocation ratios, service-down time, times of claims) and books what the
     * filters that were found then bring: a configuration that says otherwise is refused.
     *
     * @param shared an inventory that {@link #buildInventory()} made, or another scheduler's
     * @throws ConfigurationException listing all that is wrong with the configuration
     * @throws IllegalArgumentException if the inventory is not one of this library
     */
    public FilterScheduler build(HostInventory shared) {
      if (Objects.requireNonNull(shared, "shared") instanceof DefaultInventory inventory) {
        return scheduler(inventory, policies(inventory).apply(configuration));
      }
      throw new IllegalArgumentException(
          "shared ("
              + shared.getClass().getName()
              + ") must be an inventory of this library: a claim is made against its books. Make one"
              + " with Schedulers.builder().buildInventory().");
    }

    private DefaultFilterScheduler scheduler(DefaultInventory inventory, Policy policy) {
      var witnesses = new Watch.Witnesses(listener, new RefusalLog(clock), new FaultLog(clock));
      return new DefaultFilterScheduler(inventory, policies(inventory), policy, witnesses);
    }

    private DefaultInventory inventory() {
      return new DefaultInventory(
          PolicyFactory.inventorySettings(configuration, found(), LOG::warn),
          clock,
          journal,
          List.copyOf(PolicyFactory.bookings(configuration, found())));
    }

    private Function<SchedulerConfiguration, Policy> policies(DefaultInventory inventory) {
      Plugins enabled = found();
      InstantSource time = clock;
      InventoryAgreement agreement = inventory.agreement();
      return wanted -> PolicyFactory.create(wanted, enabled, time, LOG::warn, agreement);
    }

    private Plugins found() {
      if (plugins == null) {
        plugins = Plugins.load();
      }
      return plugins;
    }
  }
}
