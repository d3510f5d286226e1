package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.filterscheduler.core.TestScheduler.MEMORY;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.Reason;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.SchedulingResult;
import org.filterscheduler.spi.CapacityCheck;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.StateCheck;

/** What a refusal counts by the index is what its explanation counts host by host. */
final class CensusProperties {
  private static final int HOSTS = 150;
  private static final Reason NO = Reason.of("no");

  private record Every(long nth) implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      return host.position() % nth != 0;
    }

    @Override
    public Reason reason(HostDescription host) {
      return NO;
    }
  }

  private record Enabled() implements DescriptionCheck {
    @Override
    public boolean test(HostDescription host) {
      return !host.service().disabled();
    }

    @Override
    public Reason reason(HostDescription host) {
      return NO;
    }
  }

  /** A kind of check, told by a name. */
  private enum Kind {
    EVERYTHING,
    CAPACITY,
    EVERY,
    ENABLED,
    ON,
    NOT_ON,
    STATE,
    ALL,
    LIMITED,
    NOTHING;

    /** The numbers are few, so that the same checks are asked again. */
    HostCheck check(Random random) {
      return switch (this) {
        case EVERYTHING -> HostCheck.everything();
        case CAPACITY ->
            new CapacityCheck(new TestScheduler.FreeMemory(), 2048.0 * random.nextInt(4));
        case EVERY -> new Every(2 + random.nextInt(3));
        case ENABLED -> new Enabled();
        case ON -> HostCheck.on(some(random), NO);
        case NOT_ON -> HostCheck.notOn(some(random), NO);
        case STATE -> (StateCheck) host -> host.usage().numInstances() == 0;
        case ALL -> HostCheck.all(EVERY.check(random), CAPACITY.check(random));
        case LIMITED -> CAPACITY.check(random).withLimits((host, out) -> out.amount("one", 1));
        case NOTHING -> HostCheck.nothing(NO);
      };
    }

    private static Set<HostKey> some(Random random) {
      Set<HostKey> some = new HashSet<>();
      for (int i = 0; i < HOSTS / 2; i++) {
        some.add(key(random));
      }
      return some;
    }
  }

  private static HostKey key(Random random) {
    return HostKey.of("h" + random.nextInt(HOSTS));
  }

  private final List<HostCheck> checks = new ArrayList<>();
  private int claims;
  private long reports = 1;

  private HostFilter filter(int index) {
    return (spec, cluster) -> index < checks.size() ? checks.get(index) : HostCheck.everything();
  }

  private DefaultFilterScheduler scheduler() {
    TestScheduler scheduler = TestScheduler.with();
    for (int i = 0; i < 4; i++) {
      scheduler.filter("Filter" + i, filter(i));
    }
    scheduler.filter("Memory", MEMORY).spreading();
    for (int i = 0; i < HOSTS; i++) {
      scheduler.host("h" + i, TestHosts.TOTAL_MB);
    }
    return scheduler.build();
  }

  @Property(tries = 40)
  void outline_askedAfterAnyChanges_hasTheCountsOfTheExplanationAtTheRefusal(@ForAll long seed) {
    Random random = new Random(seed);
    DefaultFilterScheduler scheduler = scheduler();
    for (int round = 0; round < 8; round++) {
      change(scheduler, random, random.nextInt(15));
      checks.clear();
      for (int i = random.nextInt(5); i > 0; i--) {
        checks.add(Kind.values()[random.nextInt(Kind.values().length)].check(random));
      }
      RequestSpec spec = spec(random);
      Explanation atOnce = refused(scheduler, spec).explanation();
      SchedulingResult.NoValidHost early = refused(scheduler, spec);
      SchedulingResult.NoValidHost late = refused(scheduler, spec);

      assertSame(early.outline(), atOnce);
      change(scheduler, random, random.nextInt(30));
      assertSame(late.outline(), atOnce);
      assertThat(late.explanation().toJson()).isEqualTo(atOnce.toJson());
    }
  }

  private static SchedulingResult.NoValidHost refused(
      DefaultFilterScheduler scheduler, RequestSpec spec) {
    SchedulingResult result = scheduler.select(spec);
    assertThat(result).isInstanceOf(SchedulingResult.NoValidHost.class);
    return (SchedulingResult.NoValidHost) result;
  }

  private static void assertSame(Explanation outline, Explanation explanation) {
    assertThat(outline.toString()).isEqualTo(explanation.toString());
    assertThat(outline.steps())
        .extracting(Explanation.Step::filter)
        .isEqualTo(explanation.steps().stream().map(Explanation.Step::filter).toList());
  }

  /** More memory than any host has, and sometimes words on hosts. */
  private static RequestSpec spec(Random random) {
    Flavor.Builder flavor = Flavor.builder("large").memoryMb(1 << 20);
    if (random.nextInt(4) == 0) {
      flavor.extraSpecs(Map.of("resources:VCPU", "8"));
    }
    RequestSpec.Builder spec = RequestSpec.builder(flavor.build()).instanceUuid("i");
    if (random.nextInt(4) == 0) {
      spec.ignoreHosts(List.of("h1", "h2"));
    }
    return spec.build();
  }

  private void change(DefaultFilterScheduler scheduler, Random random, int times) {
    for (int i = 0; i < times; i++) {
      HostKey host = key(random);
      boolean known = scheduler.inventory().snapshot().host(host).isPresent();
      switch (random.nextInt(4)) {
        case 0 -> scheduler.inventory().report(TestHosts.report(host, ++reports));
        case 1 -> {
          if (known) {
            scheduler.inventory().change(new OperatorChange.HostRemoved(host));
          }
        }
        case 2 ->
            scheduler
                .inventory()
                .change(
                    random.nextBoolean()
                        ? new OperatorChange.ServiceDisabled(host.host(), "why")
                        : new OperatorChange.ServiceEnabled(host.host()));
        default -> {
          if (known) {
            scheduler.inventory().claim(TestHosts.claim("c" + claims++, "i-" + claims, host));
          }
        }
      }
    }
  }

  /** What the index can count it does count: without asking a host. */
  @Property(tries = 25)
  void census_ofChecksThatTheIndexHas_countsWithoutAsking(@ForAll long seed) {
    Random random = new Random(seed);
    DefaultFilterScheduler scheduler = scheduler();
    DefaultInventory inventory = (DefaultInventory) scheduler.inventory();
    Kind[] kinds = {Kind.EVERYTHING, Kind.CAPACITY, Kind.EVERY, Kind.ALL, Kind.LIMITED};
    for (int i = 0; i < 4; i++) {
      checks.add(kinds[random.nextInt(kinds.length)].check(random));
    }
    change(scheduler, random, 40);
    RequestSpec spec = TestScheduler.request("i", 1 << 20).build();
    List<Step> steps = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      steps.add(new Step("Filter" + i, true, checks.get(i)));
    }
    steps.add(new Step("Memory", true, new CapacityCheck(new TestScheduler.FreeMemory(), 1 << 20)));
    for (int i = 0; i < 3; i++) { // what is asked once is not kept
      refused(scheduler, spec);
      inventory.report(TestHosts.report(HostKey.of("h0"), ++reports)); // books to be frozen anew
    }
    SchedulingResult.NoValidHost last = refused(scheduler, spec);
    Explanation census =
        Census.of(
            spec, new Prepared(List.of(), steps, List.of()), inventory.ledger().frozenBooks());
    assertThat(census).isNotNull();
    assertSame(census, last.explanation());
  }
}
