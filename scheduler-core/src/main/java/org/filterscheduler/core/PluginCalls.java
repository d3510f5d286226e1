package org.filterscheduler.core;

import java.util.List;
import java.util.function.Supplier;
import org.filterscheduler.api.PluginException;
import org.jspecify.annotations.Nullable;

/**
 * Calls of plug-ins' code while it is found and created: what they throw is named, never passed.
 */
final class PluginCalls {
  private PluginCalls() {}

  /**
   * Returns what a plug-in answers.
   *
   * @throws PluginException if it throws, or answers null
   */
  static <T> T ask(String plugin, String question, Supplier<? extends @Nullable T> call) {
    T answer;
    try {
      answer = call.get();
    } catch (RuntimeException | LinkageError | StackOverflowError e) {
      throw new PluginException(plugin, question + " threw " + e, e);
    }
    if (answer == null) {
      throw new PluginException(plugin, question + " returned null", null);
    }
    return answer;
  }

  /**
   * Returns the list that a plug-in answers, copied.
   *
   * @throws PluginException if it throws, or answers null or a list with a null in it
   */
  static <T> List<T> askList(String plugin, String question, Supplier<? extends List<T>> call) {
    List<T> list = ask(plugin, question, call);
    // copyOf throws where an element is null
    return ask(plugin, question + " has a null in it:", () -> List.copyOf(list));
  }
}
