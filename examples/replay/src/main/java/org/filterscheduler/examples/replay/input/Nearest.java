package org.filterscheduler.examples.replay.input;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the name that was probably meant. */
final class Nearest {
  private Nearest() {}

  /** Returns the nearest of the names, if it is near. */
  static Optional<String> to(String name, Collection<String> names) {
    return names.stream()
        .min(Comparator.comparingInt((String other) -> distance(name, other)).thenComparing(n -> n))
        .filter(other -> distance(name, other) <= 1 + name.length() / 3);
  }

  /** Returns how many letters have to be put in, left out or changed: Levenshtein's distance. */
  private static int distance(String a, String b) {
    int[] row = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      row[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int changed = diagonal + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(changed, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[b.length()];
  }
}
