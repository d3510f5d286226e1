package org.filterscheduler.conformance.engines;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.time.Instant;
import java.time.InstantSource;
import java.util.ArrayList;
import java.util.List;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.core.Schedulers;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.CapacityDimension;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostMetric;
import org.filterscheduler.spi.SchedulerListener;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.slf4j.LoggerFactory;

/**
 * With {@code engine = verify} a plug-in is named that says one thing now and another later of the
 * same host, and the answer is that of the plain engine.
 */
final class VerifyEngineTest {
  // What no plug-in may read: it is not of the host, nor of the request.
  private static volatile int mood;

  private static final List<String> HOSTS = List.of("h0", "h1", "h2");

  private final List<String> faults = new ArrayList<>();

  @BeforeEach
  void reset() {
    mood = 0;
  }

  private record MoodyCheck(String tier) implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      return mood == 0 || !host.key().host().equals("h1");
    }

    @Override
    public Reason reason(HostDescription host) {
      return Reason.of("moody");
    }
  }

  private record MoodyDimension() implements CapacityDimension {
    @Override
    public String name() {
      return "patience";
    }

    @Override
    public String unit() {
      return "";
    }

    @Override
    public double headroom(HostState host) {
      return host.key().host().equals("h1") ? 10 - mood : 10;
    }
  }

  private record MoodyMetric() implements HostMetric {
    @Override
    public double value(HostState host) {
      return host.key().host().equals("h1") ? mood : 1;
    }
  }

  private static final Plugins PLUGINS =
      Plugins.empty()
          .with(
              new ThirdPartyFilters.Provider(
                  "MoodyFilter", (request, cluster) -> new MoodyCheck("gold")),
              new ThirdPartyFilters.Provider(
                  "PatienceFilter",
                  new MoodyDimension(),
                  (request, cluster) -> new CapacityCheck(new MoodyDimension(), 10)))
          .with(
              new ThirdPartyWeighers.Provider(
                  "MoodyWeigher", (request, cluster) -> new MoodyMetric()));

  private FilterScheduler scheduler(String engine, List<String> filters, List<String> weighers) {
    SchedulerConfiguration configuration =
        SchedulerConfiguration.defaults()
            .with("engine", engine)
            .with("enabled-filters", filters)
            .with("enabled-weighers", weighers);
    FilterScheduler scheduler =
        Schedulers.builder()
            .configuration(configuration)
            .plugins(PLUGINS)
            .clock(InstantSource.fixed(Instant.parse("2017-08-30T12:00:00Z")))
            .listener(listener())
            .build();
    for (String host : HOSTS) {
      scheduler.inventory().report(Node.report(HostKey.of(host), Facts.NONE, 1, List.of()));
    }
    return scheduler;
  }

  private SchedulerListener listener() {
    return new SchedulerListener() {
      @Override
      public void pluginFailed(String plugin, String message) {
        faults.add(plugin + ": " + message);
      }
    };
  }

  /** Uses the plug-in some times, for what is used once is not kept. */
  private static void use(FilterScheduler scheduler) {
    for (int id = 0; id < 5; id++) {
      // On no host but h0 and h2: what is kept of h1 must not be renewed by a claim.
      Facts elsewhere = Facts.NONE.with("ignore", List.of("h1"));
      assertThat(scheduler.select(new Ask(id, elsewhere).request()).scheduled()).isPresent();
    }
  }

  private static SchedulingResult ask(FilterScheduler scheduler, String... ignored) {
    return scheduler.select(new Ask(99, Facts.NONE.with("ignore", List.of(ignored))).request());
  }

  @Test
  void descriptionCheck_thatGivesTwoVerdictsForEqualRecords_isNamedWithTheHost() {
    FilterScheduler scheduler = scheduler("verify", List.of("MoodyFilter"), List.of());
    use(scheduler);
    assertThat(faults).isEmpty();

    mood = 1;
    SchedulingResult result = ask(scheduler, "h0", "h2");

    assertThat(result).isInstanceOf(SchedulingResult.NoValidHost.class); // as plain answers
    assertThat(faults).singleElement().asString().startsWith("MoodyFilter: ").contains("host h1");
  }

  @Test
  void dimension_thatIsNoFunctionOfTheHost_isNamedWithTheHost() {
    FilterScheduler scheduler = scheduler("verify", List.of("PatienceFilter"), List.of());
    use(scheduler);
    assertThat(faults).isEmpty();

    mood = 1;
    SchedulingResult result = ask(scheduler, "h0", "h2");

    assertThat(result).isInstanceOf(SchedulingResult.NoValidHost.class);
    assertThat(faults)
        .singleElement()
        .asString()
        .startsWith("PatienceFilter: ")
        .contains("host h1");
  }

  @Test
  void metric_thatIsNoFunctionOfTheHost_isNamedWithTheHost() {
    FilterScheduler scheduler = scheduler("verify", List.of(), List.of("MoodyWeigher"));
    use(scheduler);
    assertThat(faults).isEmpty();

    mood = 2;
    SchedulingResult result = ask(scheduler);

    assertThat(result.scheduled().orElseThrow().first().host()).isEqualTo(HostKey.of("h1"));
    assertThat(faults).singleElement().asString().startsWith("MoodyWeigher: ").contains("host h1");
  }

  @Test
  void plugInAtFault_isLogged() {
    Logger logger = (Logger) LoggerFactory.getLogger(FilterScheduler.class);
    ListAppender<ILoggingEvent> log = new ListAppender<>();
    log.start();
    logger.addAppender(log);
    try {
      FilterScheduler scheduler = scheduler("verify", List.of("MoodyFilter"), List.of());
      use(scheduler);
      mood = 1;
      SchedulingResult unused = ask(scheduler);
    } finally {
      logger.detachAppender(log);
    }
    assertThat(log.list)
        .extracting(ILoggingEvent::getFormattedMessage)
        .anyMatch(line -> line.contains("MoodyFilter") && line.contains("host h1"));
  }

  @Test
  void soundPlugIns_areNotNamed() {
    List<String> filters = List.of("MoodyFilter", "PatienceFilter");
    FilterScheduler scheduler = scheduler("verify", filters, List.of("MoodyWeigher"));
    use(scheduler);

    assertThat(ask(scheduler).scheduled()).isPresent();
    assertThat(faults).isEmpty();
  }
}
