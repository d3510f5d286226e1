package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceConfigurationError;
import java.util.ServiceLoader;
import java.util.Spliterator;
import java.util.function.Function;
import org.filterscheduler.api.PluginException;

/**
 * Walks a service loader step by step. A provider that cannot be loaded, created or asked fails at
 * its own step, is reported, and the next one is tried. Not safe for several threads.
 */
final class ProviderDiscovery<P> {
  // A loader that cannot even list its providers says the same for ever; but so do, for a while,
  // the providers of a jar that all lack the same class.
  private static final int MOST_EQUAL_FAILURES = 100;

  private final Function<P, FoundPlugin<P>> inspection;
  private final List<FoundPlugin<P>> found = new ArrayList<>();
  private final List<String> problems = new ArrayList<>();

  ProviderDiscovery(Function<P, FoundPlugin<P>> inspection) {
    this.inspection = inspection;
  }

  List<FoundPlugin<P>> found() {
    return found;
  }

  List<String> problems() {
    return problems;
  }

  ProviderDiscovery<P> walk(ServiceLoader<P> loader) {
    Spliterator<ServiceLoader.Provider<P>> steps = loader.stream().spliterator();
    String last = "";
    int equal = 0;
    while (equal < MOST_EQUAL_FAILURES) {
      try {
        if (!steps.tryAdvance(this::create)) {
          return this;
        }
        last = "";
      } catch (ServiceConfigurationError | LinkageError e) {
        String problem = e.toString();
        equal = problem.equals(last) ? equal + 1 : 1;
        last = problem;
        if (equal == 1) {
          problems.add(
              "A provider cannot be loaded: "
                  + e.getMessage()
                  + ". It is left out; are its jar and all it needs there, and of one version?");
        }
      }
    }
    return this;
  }

  private void create(ServiceLoader.Provider<P> provider) {
    try {
      add(provider.get());
    } catch (ServiceConfigurationError | LinkageError | StackOverflowError e) {
      Class<? extends P> type = provider.type();
      Throwable cause = e.getCause() == null ? e : e.getCause();
      problems.add(
          "The provider "
              + type.getName()
              + " ("
              + PluginInspection.locationOf(type)
              + ") cannot be created: "
              + cause
              + ". It is left out; its constructor must do nothing and throw nothing.");
    }
  }

  /** Takes a provider that somebody created. */
  void add(P provider) {
    try {
      found.add(inspection.apply(provider));
    } catch (PluginException e) {
      problems.add(
          "The provider "
              + provider.getClass().getName()
              + " ("
              + PluginInspection.locationOf(provider.getClass())
              + ") breaks its contract: "
              + e.getMessage()
              + ". It is left out.");
    }
  }
}
