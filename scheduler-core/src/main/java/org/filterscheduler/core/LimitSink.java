package org.filterscheduler.core;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.filterscheduler.api.Limits;
import org.filterscheduler.spi.LimitWriter;

/** Takes the limits of one host. */
final class LimitSink implements LimitWriter.Sink {
  // Few names, each written once, mostly.
  private String[] names = new String[4];
  private Double[] values = new Double[4];
  private int count;
  private Map<String, String> texts = Map.of(); // made when there is one

  @Override
  public LimitWriter.Sink amount(String name, double value) {
    int at = 0;
    while (at < count && !names[at].equals(name)) {
      at++;
    }
    if (at == count) {
      if (count == names.length) {
        names = Arrays.copyOf(names, 2 * count);
        values = Arrays.copyOf(values, 2 * count);
      }
      names[count++] = name;
    }
    values[at] = value;
    return this;
  }

  @Override
  public LimitWriter.Sink text(String name, String value) {
    texts = texts.isEmpty() ? new HashMap<>(4) : texts;
    texts.put(name, value);
    return this;
  }

  Limits limits() {
    return count == 0 && texts.isEmpty() ? Limits.NONE : new Limits(amounts(), texts);
  }

  private Map<String, Double> amounts() {
    return switch (count) {
      case 0 -> Map.of();
      case 1 -> Map.of(names[0], values[0]);
      case 2 -> Map.of(names[0], values[0], names[1], values[1]);
      case 3 -> Map.of(names[0], values[0], names[1], values[1], names[2], values[2]);
      default -> collected();
    };
  }

  private Map<String, Double> collected() {
    Map<String, Double> amounts = new HashMap<>();
    for (int i = 0; i < count; i++) {
      amounts.put(names[i], values[i]);
    }
    return amounts;
  }
}
