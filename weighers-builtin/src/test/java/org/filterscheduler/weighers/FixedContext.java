package org.filterscheduler.weighers;

import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/** Options as a test sets them, defaults otherwise; collects the warnings. */
final class FixedContext implements PluginContext {
  final Map<String, String> warnings = new HashMap<>();
  private final Map<OptionSpec<?>, Object> values = new HashMap<>();

  <T> FixedContext with(OptionSpec<T> option, T value) {
    values.put(option, value);
    return this;
  }

  @Override
  @SuppressWarnings("unchecked") // with() pairs options and values of one type
  public <T> T option(OptionSpec<T> option) {
    return (T) values.getOrDefault(option, option.defaultValue());
  }

  @Override
  public InstantSource clock() {
    return InstantSource.fixed(Instant.EPOCH);
  }

  @Override
  public void warnOnce(String key, Supplier<String> message) {
    warnings.putIfAbsent(key, message.get());
  }
}
