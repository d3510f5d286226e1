package org.filterscheduler.conformance.engines;

import static org.assertj.core.api.Assertions.assertThat;

import ch.qos.logback.classic.Logger;
import java.util.List;
import net.jqwik.api.EdgeCasesMode;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.ShrinkingMode;
import net.jqwik.api.lifecycle.PerProperty;
import net.jqwik.api.lifecycle.PropertyLifecycleContext;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.conformance.Engine;
import org.filterscheduler.conformance.engines.Comparison.Difference;
import org.slf4j.LoggerFactory;

/**
 * The fast engine gives the answers of the plain one, on random histories: each of two hundred
 * steps after the first hosts are there.
 *
 * <p>The whole is a thousand histories; {@code -Dfsched.properties.factor} scales it. One that
 * shows a difference is made smaller here, for it is known here what can be left out: jqwik does
 * not shrink, and the seed that it prints is that of {@link History#of(long)}.
 */
final class EnginesProperties {
  static {
    // Here plug-ins fail on purpose, some in each decision.
    ((Logger) LoggerFactory.getLogger(FilterScheduler.class)).setAdditive(false);
    ((Logger) LoggerFactory.getLogger(HostInventory.class)).setAdditive(false);
  }

  private static final int HISTORIES = 1_000;

  // Of fewer histories no shares are asked: they scatter.
  private static final int ENOUGH = 500;

  private static final List<String> RARE =
      List.of(
          "negative multipliers",
          "zero multipliers",
          "huge multipliers",
          "infinite headroom",
          "huge raw weights",
          "weights of no number");

  /** The engine that is compared with the plain one. */
  private static final Engine OTHER = Engine.FAST;

  private static final Mix MIX = new Mix();

  @Property(shrinking = ShrinkingMode.OFF, edgeCases = EdgeCasesMode.NONE)
  @PerProperty(AsManyAsAskedFor.class)
  void histories_onBothEngines_haveTheSameAnswers(@ForAll long seed) {
    Comparison comparison = new Comparison(OTHER);
    History history = History.of(seed);
    MIX.begin();
    Difference difference = comparison.of(history, MIX);
    MIX.end();
    if (difference != null) {
      throw new AssertionError(report(seed, history, difference, comparison));
    }
  }

  /** Returns the smallest history with a difference, and the difference. */
  static String report(long seed, History history, Difference difference, Comparison comparison) {
    Shrinker shrinker =
        new Shrinker(history, difference, smaller -> comparison.of(smaller, Mix.NONE));
    History smallest = shrinker.shrink();
    return "The engines differ in History.of("
        + seed
        + "L). The smallest history that was found with a difference:\n"
        + smallest
        + "The difference: "
        + shrinker.difference().text();
  }

  /** Sets the number of histories, and checks what they were made of. */
  static final class AsManyAsAskedFor implements PerProperty.Lifecycle {
    @Override
    public void before(PropertyLifecycleContext context) {
      double factor = Double.parseDouble(System.getProperty("fsched.properties.factor", "1"));
      context.attributes().setTries((int) Math.max(1, HISTORIES * factor));
    }

    @Override
    public void onSuccess() {
      System.out.println(MIX);
      assertThat(MIX.of("histories with removal and return")).isEqualTo(MIX.of("histories"));
      if (MIX.of("histories") >= ENOUGH) {
        assertMix();
      }
    }

    private static void assertMix() {
      assertThat(MIX.share("refusals")).as("refusals").isGreaterThan(0.3);
      assertThat(MIX.share("grouped")).as("grouped").isGreaterThan(0.1);
      assertThat(MIX.share("ties")).as("ties").isGreaterThan(0.5);
      assertThat(MIX.of("ties for the best") / (double) MIX.of("decisions: Scheduled"))
          .as("ties for the best, where there is one")
          .isGreaterThan(0.5);
      assertThat(MIX.share("several weighers")).as("several weighers").isGreaterThan(0.5);
      for (String what : RARE) {
        assertThat(MIX.of(what)).as(what).isGreaterThan(MIX.of("histories"));
      }
    }
  }
}
