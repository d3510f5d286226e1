package org.filterscheduler.core;

import java.util.HashMap;
import java.util.Map;
import org.filterscheduler.api.Limits;
import org.filterscheduler.spi.LimitWriter;

/** Takes the limits of one host. */
final class LimitSink implements LimitWriter.Sink {
  private final Map<String, Double> amounts = new HashMap<>();
  private final Map<String, String> texts = new HashMap<>();

  @Override
  public LimitWriter.Sink amount(String name, double value) {
    amounts.put(name, value);
    return this;
  }

  @Override
  public LimitWriter.Sink text(String name, String value) {
    texts.put(name, value);
    return this;
  }

  Limits limits() {
    return amounts.isEmpty() && texts.isEmpty() ? Limits.NONE : new Limits(amounts, texts);
  }
}
