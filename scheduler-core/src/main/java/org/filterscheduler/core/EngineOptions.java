package org.filterscheduler.core;

import java.time.Duration;
import java.util.List;
import java.util.function.Predicate;
import org.filterscheduler.spi.OptionSpec;

/** The options of the engine itself; those of plug-ins are declared by the plug-ins. */
final class EngineOptions {
  /** Stands for every plug-in that is found. */
  static final String ALL = "all";

  static final OptionSpec<List<String>> AVAILABLE_FILTERS =
      OptionSpec.texts("available-filters", List.of(ALL))
          .describedAs("The filters that may be enabled, or \"all\".")
          .nova("filter_scheduler.available_filters", "DEFAULT.scheduler_available_filters");

  static final OptionSpec<Long> HOST_SUBSET_SIZE =
      countingNumber("host-subset-size", 1)
          .describedAs("Among how many of the best hosts one is drawn.")
          .nova("filter_scheduler.host_subset_size", "DEFAULT.scheduler_host_subset_size");

  static final OptionSpec<Boolean> SHUFFLE_BEST =
      OptionSpec.bool("shuffle-best-same-weighed-hosts", false)
          .describedAs("Whether one of the hosts of the highest weight is drawn.")
          .nova("filter_scheduler.shuffle_best_same_weighed_hosts");

  static final OptionSpec<Long> MAX_ATTEMPTS =
      countingNumber("max-attempts", 3)
          .describedAs("How often a request may be tried, the first time included.")
          .nova("scheduler.max_attempts", "DEFAULT.scheduler_max_attempts");

  static final OptionSpec<Double> RAM_ALLOCATION_RATIO = ratio("ram", 1.5);
  static final OptionSpec<Double> CPU_ALLOCATION_RATIO = ratio("cpu", 16.0);
  static final OptionSpec<Double> DISK_ALLOCATION_RATIO = ratio("disk", 1.0);

  static final OptionSpec<Duration> SERVICE_DOWN_TIME =
      time("service-down-time", Duration.ofSeconds(60))
          .describedAs("After how long a silent host is down.")
          .nova("DEFAULT.service_down_time");

  static final OptionSpec<Duration> REPORT_INTERVAL =
      time("report-interval", Duration.ofSeconds(10))
          .describedAs("How often hosts report; service-down-time must be longer.")
          .nova("DEFAULT.report_interval");

  static final OptionSpec<Duration> CLAIM_TIMEOUT =
      time("claim-timeout", Duration.ofMinutes(10))
          .describedAs("After how long an unconfirmed claim expires.");

  static final OptionSpec<Duration> CLAIM_MEMORY =
      time("claim-memory", Duration.ofHours(1))
          .describedAs("How long a claim that ended is remembered.");

  static final OptionSpec<Long> CLAIM_MEMORY_LIMIT =
      countingNumber("claim-memory-limit", 10_000)
          .describedAs("How many claims that ended are remembered at most.");

  static final OptionSpec<String> COMPATIBILITY =
      oneOf("compatibility", "default", "pike")
          .describedAs("\"pike\" turns all switches on that reproduce mistakes of that release.");

  static final OptionSpec<Boolean> SWAP_IS_FREE =
      quirk("swap-is-free", "Whether a claim does not deduct the flavor's swap.");

  static final OptionSpec<Boolean> REQUEST_IS_BLIND =
      quirk(
          "request-is-blind",
          "Whether an instance does not see the instances placed earlier in its own request.");

  static final OptionSpec<Boolean> SHARED_INSTANCE_UUID =
      quirk(
          "shared-instance-uuid",
          "Whether all instances of a request are judged under its one instance id.");

  static final String REJECT_HOST = "reject-host";
  static final String FAIL_REQUEST = "fail-request";
  static final OptionSpec<String> ON_PLUGIN_FAILURE =
      oneOf("on-plugin-failure", REJECT_HOST, FAIL_REQUEST)
          .describedAs(
              "What becomes of a request when a plug-in throws; with compatibility = pike it fails.");

  static final OptionSpec<String> ENGINE =
      OptionSpec.text("engine", "fast")
          .describedAs(
              "How decisions are made: fast, plain (host by host), or verify (both, compared).")
          .mustBe("fast, plain or verify", List.of("fast", "plain", "verify")::contains);

  static final OptionSpec<Boolean> INDEX =
      OptionSpec.bool("index", true)
          .describedAs("Whether fast decisions use the trees of the index, or scan its columns.");

  static final OptionSpec<Boolean> DEBUG =
      OptionSpec.bool("debug", false)
          .describedAs("Whether decisions shall be logged in detail; the program sets the level.")
          .nova("DEFAULT.debug");

  private EngineOptions() {}

  /** Returns the list of the enabled filters; its default is data of {@code reference.conf}. */
  static OptionSpec<List<String>> enabledFilters() {
    return OptionSpec.texts("enabled-filters", DefaultLists.of("enabled-filters"))
        .describedAs("The filters that judge hosts, in order.")
        .nova("filter_scheduler.enabled_filters", "DEFAULT.scheduler_default_filters");
  }

  /** Returns the list of the enabled weighers; its default is data of {@code reference.conf}. */
  static OptionSpec<List<String>> enabledWeighers() {
    return OptionSpec.texts("enabled-weighers", DefaultLists.of("enabled-weighers"))
        .describedAs("The weighers that rank hosts, in order, or \"all\".")
        .nova("filter_scheduler.weight_classes", "DEFAULT.scheduler_weight_classes");
  }

  /** Returns all of them. */
  static List<OptionSpec<?>> all() {
    return List.of(
        AVAILABLE_FILTERS,
        enabledFilters(),
        enabledWeighers(),
        HOST_SUBSET_SIZE,
        SHUFFLE_BEST,
        MAX_ATTEMPTS,
        RAM_ALLOCATION_RATIO,
        CPU_ALLOCATION_RATIO,
        DISK_ALLOCATION_RATIO,
        SERVICE_DOWN_TIME,
        REPORT_INTERVAL,
        CLAIM_TIMEOUT,
        CLAIM_MEMORY,
        CLAIM_MEMORY_LIMIT,
        COMPATIBILITY,
        SWAP_IS_FREE,
        REQUEST_IS_BLIND,
        SHARED_INSTANCE_UUID,
        ON_PLUGIN_FAILURE,
        ENGINE,
        INDEX,
        DEBUG);
  }

  private static OptionSpec<Long> countingNumber(String path, long defaultValue) {
    Predicate<Long> fits = value -> value >= 1 && value <= Integer.MAX_VALUE;
    return OptionSpec.integer(path, defaultValue)
        .mustBe("a whole number from 1 to " + Integer.MAX_VALUE, fits);
  }

  private static OptionSpec<Double> ratio(String resource, double defaultValue) {
    return OptionSpec.number(resource + "-allocation-ratio", defaultValue)
        .describedAs("How many times a host's total may be promised; 0 means " + defaultValue + ".")
        .mustBe("a finite number, 0 or more", value -> value >= 0)
        .nova("DEFAULT." + resource + "_allocation_ratio");
  }

  private static OptionSpec<Duration> time(String path, Duration defaultValue) {
    return OptionSpec.duration(path, defaultValue)
        .mustBe("longer than 0", value -> !value.isNegative() && !value.isZero());
  }

  private static OptionSpec<Boolean> quirk(String name, String description) {
    return OptionSpec.bool("compatibility-switches." + name, false)
        .describedAs(description + " Where it is not set, compatibility says.");
  }

  private static OptionSpec<String> oneOf(String path, String usual, String other) {
    return OptionSpec.text(path, usual)
        .mustBe(usual + " or " + other, value -> value.equals(usual) || value.equals(other));
  }
}
