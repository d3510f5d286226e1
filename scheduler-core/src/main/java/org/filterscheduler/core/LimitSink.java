package org.filterscheduler.core;

import java.util.HashMap;
import java.util.Map;
import org.filterscheduler.api.Limits;
import org.filterscheduler.spi.LimitWriter;

/** Takes the limits of one host. */
final class LimitSink implements LimitWriter.Sink {
  // Made when they are needed: most limits are amounts, and some hosts have none.
  private Map<String, Double> amounts = Map.of();
  private Map<String, String> texts = Map.of();

  @Override
  public LimitWriter.Sink amount(String name, double value) {
    amounts = amounts.isEmpty() ? new HashMap<>(8) : amounts;
    amounts.put(name, value);
    return this;
  }

  @Override
  public LimitWriter.Sink text(String name, String value) {
    texts = texts.isEmpty() ? new HashMap<>(4) : texts;
    texts.put(name, value);
    return this;
  }

  Limits limits() {
    return amounts.isEmpty() && texts.isEmpty() ? Limits.NONE : new Limits(amounts, texts);
  }
}
