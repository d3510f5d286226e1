package org.filterscheduler.conformance.engines;

import java.util.List;
import org.filterscheduler.conformance.Engine;
import org.filterscheduler.core.Plugins;
import org.jspecify.annotations.Nullable;

/**
 * Has one history happen to two worlds, which must answer alike at every step.
 *
 * @param other the engine that is compared with the plain one
 * @param plainPlugins the plug-ins of the plain engine
 * @param otherPlugins those of the other; the same but where a test wants a difference
 */
record Comparison(Engine other, Plugins plainPlugins, Plugins otherPlugins) {
  /** The plug-ins that are found, and a third party's. */
  static final Plugins PLUGINS = plugins(ThirdPartyFilters.SOUND, ThirdPartyWeighers.SOUND);

  private static final Plugins WITH_SLOTS = PLUGINS.with(ThirdPartyFilters.SLOTS);

  /** A comparison of an engine with the plain one. */
  Comparison(Engine other) {
    this(other, PLUGINS, PLUGINS);
  }

  /**
   * Where two worlds part.
   *
   * @param step the number of the step; that of steps for what is compared at the end
   * @param text what the difference is
   */
  record Difference(int step, String text) {}

  /** Returns the plug-ins that are found, those that are given, and the unsound ones. */
  static Plugins plugins(
      List<ThirdPartyFilters.Provider> filters, List<ThirdPartyWeighers.Provider> weighers) {
    return Plugins.load()
        .with(filters.toArray(ThirdPartyFilters.Provider[]::new))
        .with(ThirdPartyFilters.UNSOUND.toArray(ThirdPartyFilters.Provider[]::new))
        .with(weighers.toArray(ThirdPartyWeighers.Provider[]::new))
        .with(ThirdPartyWeighers.UNSOUND.toArray(ThirdPartyWeighers.Provider[]::new));
  }

  /** Returns the first difference; null if there is none. */
  @Nullable Difference of(History history, Mix mix) {
    World plain = world(Engine.PLAIN, plainPlugins, history, mix);
    World tested = world(other, otherPlugins, history, Mix.NONE);
    List<Step> steps = history.steps();
    for (int i = 0; i < steps.size(); i++) {
      Step step = steps.get(i);
      mix.happened(step);
      String difference = Differences.first(after(step, plain), after(step, tested), "answer");
      if (difference == null) {
        long sequence = plain.inventory().sequence();
        difference = Differences.first(sequence, tested.inventory().sequence(), "sequence");
      }
      if (difference != null) {
        return new Difference(i, "step " + i + " " + step + "\n  " + difference);
      }
    }
    String difference = Differences.first(plain.end(), tested.end(), "end");
    return difference == null ? null : new Difference(steps.size(), difference);
  }

  private static World world(Engine engine, Plugins plugins, History history, Mix mix) {
    Plugins all = history.slots() ? withSlots(plugins) : plugins;
    return new World(new World.Kind(engine, all), history.policies(), mix);
  }

  private static Plugins withSlots(Plugins plugins) {
    return plugins == PLUGINS ? WITH_SLOTS : plugins.with(ThirdPartyFilters.SLOTS);
  }

  private static Object after(Step step, World world) {
    try {
      return step.happen(world);
    } catch (RuntimeException e) {
      return Answers.of(e);
    }
  }
}
