package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscheduler.core.TestScheduler.MEMORY;
import static org.filterscheduler.core.TestScheduler.request;

import ch.qos.logback.classic.Level;
import ch.qos.logback.classic.Logger;
import ch.qos.logback.classic.spi.ILoggingEvent;
import ch.qos.logback.core.read.ListAppender;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import jdk.jfr.Recording;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.SchedulerListener;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.slf4j.LoggerFactory;

/** What people see: logs, the flight recorder, the listener. */
final class WatchTest {
  private final Logger logger = (Logger) LoggerFactory.getLogger(FilterScheduler.class);
  private final ListAppender<ILoggingEvent> lines = new ListAppender<>();

  @BeforeEach
  void listen() {
    lines.start();
    logger.addAppender(lines);
    logger.setLevel(Level.INFO);
  }

  @AfterEach
  void stop() {
    logger.detachAppender(lines);
    logger.setLevel(null);
  }

  private List<String> logged(Level level) {
    return lines.list.stream()
        .filter(line -> line.getLevel() == level)
        .map(ILoggingEvent::getFormattedMessage)
        .toList();
  }

  @Test
  void select_atInfo_logsOneLineForARefusalAndNoneForASuccess() {
    var scheduler = TestScheduler.with().filter("Memory", MEMORY).hosts("a", "b").build();

    scheduler.select(request("i-1").build());
    scheduler.select(request("i-2", 9000).build());

    assertThat(lines.list).hasSize(1);
    assertThat(logged(Level.INFO))
        .containsExactly(
            "No valid host for instance i-2 among 2 hosts: [Memory: (start: 2, end: 0)]");
  }

  @Test
  void select_inAStormOfRefusals_logsTenASecondAndSumsUpTheRest() {
    TestScheduler policy = TestScheduler.with().filter("Memory", MEMORY).hosts("a");
    var scheduler = policy.build();

    for (int i = 0; i < 25; i++) {
      scheduler.select(request("i-" + i, 9000).build());
    }
    assertThat(lines.list).hasSize(10);
    policy.clock.pass(Duration.ofSeconds(1));
    scheduler.select(request("i-26", 9000).build());

    assertThat(logged(Level.INFO).subList(10, 12))
        .containsExactly(
            "15 more request(s) found no host before; only 10 are logged per second.",
            "No valid host for instance i-26 among 1 hosts: [Memory: (start: 1, end: 0)]");
  }

  @Test
  void askingOnly_whenAFilterFails_tellsOfItAsSelectDoes() {
    List<String> failed = new java.util.ArrayList<>();
    SchedulerListener listener =
        new SchedulerListener() {
          @Override
          public void pluginFailed(String plugin, String message) {
            failed.add(plugin);
          }
        };
    var scheduler =
        TestScheduler.with()
            .listener(listener)
            .filter("Bad", TestScheduler.throwingOn("a"))
            .hosts("a", "b")
            .build();
    var snapshot = scheduler.inventory().snapshot();

    var unused = scheduler.dryRun(request("i-1").build(), snapshot);
    scheduler.explain(request("i-1").build(), snapshot);
    scheduler.recommend(request("i-1").build(), 1);

    assertThat(failed).containsExactly("Bad", "Bad", "Bad");
    assertThat(logged(Level.WARN)).hasSize(1);
  }

  @Test
  void report_thatIsOdd_isLoggedOnceAnHour() {
    Logger reports = (Logger) LoggerFactory.getLogger(org.filterscheduler.api.HostInventory.class);
    reports.addAppender(lines);
    reports.setAdditive(false);
    TestClock clock = new TestClock();
    DefaultInventory inventory = TestHosts.inventory(clock);
    var odd =
        org.filterscheduler.api.HostReport.builder(org.filterscheduler.api.HostKey.of("a"))
            .diskAvailableLeastGb(1L)
            .build();

    inventory.report(odd);
    inventory.report(odd);
    clock.pass(Duration.ofHours(1));
    inventory.report(odd);

    reports.detachAppender(lines);
    assertThat(logged(Level.WARN)).hasSize(2).allMatch(line -> line.contains("more disk space"));
  }

  @Test
  void select_atDebug_logsEachFilterAndTheWeighedHosts() {
    logger.setLevel(Level.DEBUG);
    var scheduler =
        TestScheduler.with()
            .filter("Memory", MEMORY)
            .spreading()
            .host("a", 512)
            .host("b", 2048)
            .host("c", 4096)
            .build();

    scheduler.select(request("i-1").build());

    assertThat(logged(Level.DEBUG))
        .containsExactly(
            "Starting with 3 host(s)",
            "Filter Memory returned 2 host(s)",
            "Weighed [WeighedHost [host: (c, c) ram: 4096MB disk: 102400MB io_ops: 0 instances: 0,"
                + " weight: 1.0], WeighedHost [host: (b, b) ram: 2048MB disk: 102400MB io_ops: 0"
                + " instances: 0, weight: 0.0]]",
            "Selected host(s): [i-1 -> c]");
  }

  @Test
  void select_atTrace_logsWhyEachHostIsRejected() {
    logger.setLevel(Level.TRACE);
    var scheduler = TestScheduler.with().filter("Memory", MEMORY).host("a", 512).build();

    scheduler.select(request("i-1").build());

    assertThat(logged(Level.TRACE))
        .containsExactly(
            "Memory rejects (a, a) ram: 512MB disk: 102400MB io_ops: 0 instances: 0:"
                + " insufficient-memory (lacks 512 MiB) [left=512.0, needed=1024.0]");
  }

  @Test
  void select_withAFailingPlugIn_warnsOncePerMinute() {
    TestScheduler policy =
        TestScheduler.with().filter("Odd", TestScheduler.throwingOn("a")).hosts("a", "b");
    var scheduler = policy.build();

    for (int i = 0; i < 5; i++) {
      scheduler.select(request("i-" + i).build());
    }
    policy.clock.pass(Duration.ofMinutes(1));
    scheduler.select(request("i-9").build());

    assertThat(logged(Level.WARN))
        .containsExactly(
            "Plug-in Odd threw java.lang.IllegalStateException: boom in its check, asked about host"
                + " a (1 fault(s) in this decision; 0 decision(s) with faults of it were not logged)",
            "Plug-in Odd threw java.lang.IllegalStateException: boom in its check, asked about host"
                + " a (1 fault(s) in this decision; 4 decision(s) with faults of it were not logged)");
    assertThat(lines.list.get(0).getThrowableProxy().getMessage()).isEqualTo("boom");
  }

  @Test
  void select_ofAMalformedResource_warnsThatItDemandsNothing() {
    var scheduler = TestScheduler.with().hosts("a").build();
    Flavor flavor = Flavor.builder("f").extraSpecs(Map.of("resources:gpu", "1")).build();

    scheduler.select(RequestSpec.builder(flavor).instanceUuid("i-1").build());
    scheduler.select(RequestSpec.builder(flavor).instanceUuid("i-2").build());

    assertThat(logged(Level.WARN)).singleElement().asString().contains("resources:gpu=1");
  }

  @Test
  void listener_ofSelectAll_hearsOfEachRequestItsOwnPart() {
    List<String> told = new ArrayList<>();
    SchedulerListener listener =
        new SchedulerListener() {
          @Override
          public void decided(RequestSpec spec, SchedulingResult result, Duration took) {
            assertThat(took).isPositive();
            told.add(result.message());
          }
        };
    var scheduler =
        TestScheduler.with().filter("Memory", MEMORY).hosts("a").listener(listener).build();

    scheduler.selectAll(
        List.of(
            request("i-0").instanceUuids(List.of("i-1", "i-2")).build(), request("i-3").build()));
    scheduler.select(request("i-4", 9000).build());

    assertThat(told)
        .containsExactly(
            "Scheduled [i-1 -> a, i-2 -> a]",
            "Scheduled [i-3 -> a]",
            "No valid host for instance i-4 among 1 hosts: [Memory: (start: 1, end: 0)]");
  }

  @Test
  void select_underTheFlightRecorder_leavesEvents(@TempDir Path directory) throws IOException {
    var scheduler = new DefaultFilterScheduler[1];
    boolean[] done = {false};
    HostFilter racing =
        HostFilter.of(
            (host, spec) -> {
              if (!done[0]) {
                done[0] = true;
                scheduler[0].inventory().claim(Claim.builder("c", "x", host.key()).build());
              }
              return true;
            });
    scheduler[0] = TestScheduler.with().plain().filter("Racing", racing).hosts("a").build();
    Path file = directory.resolve("decisions.jfr");

    try (Recording recording = new Recording()) {
      recording.enable("org.filterscheduler.Decision");
      recording.enable("org.filterscheduler.ClaimConflict");
      recording.start();
      scheduler[0].select(request("i-1").requestId("r-1").build());
      recording.stop();
      recording.dump(file);
    }

    List<RecordedEvent> events = RecordingFile.readAllEvents(file);
    RecordedEvent decision = only(events, "org.filterscheduler.Decision");
    assertThat(decision.getString("requestId")).isEqualTo("r-1");
    assertThat(decision.getString("result")).isEqualTo("Scheduled");
    assertThat(decision.getInt("hosts")).isEqualTo(1);
    assertThat(decision.getDuration()).isPositive();
    RecordedEvent conflict = only(events, "org.filterscheduler.ClaimConflict");
    assertThat(conflict.getString("requestId")).isEqualTo("r-1");
    assertThat(conflict.getString("host")).isEqualTo("a");
  }

  private static RecordedEvent only(List<RecordedEvent> events, String name) {
    List<RecordedEvent> found =
        events.stream().filter(event -> event.getEventType().getName().equals(name)).toList();
    assertThat(found).hasSize(1);
    return found.get(0);
  }
}
