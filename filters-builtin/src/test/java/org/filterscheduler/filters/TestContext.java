package org.filterscheduler.filters;

import java.time.Instant;
import java.time.InstantSource;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Supplier;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/** A context of default options, but those that are set; it keeps the warnings. */
final class TestContext implements PluginContext {
  private final Map<String, Object> options = new LinkedHashMap<>();
  private final Map<String, String> warnings = new LinkedHashMap<>();

  TestContext with(String path, Object value) {
    options.put(path, value);
    return this;
  }

  Map<String, String> warnings() {
    return warnings;
  }

  @Override
  @SuppressWarnings("unchecked") // the tests set values of the option's type
  public <T> T option(OptionSpec<T> option) {
    return (T) options.getOrDefault(option.path(), option.defaultValue());
  }

  @Override
  public InstantSource clock() {
    return () -> Instant.EPOCH;
  }

  @Override
  public void warnOnce(String key, Supplier<String> message) {
    warnings.computeIfAbsent(key, k -> message.get());
  }
}
