package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.NavigableMap;
import java.util.TreeMap;

/** Finds the names that somebody may have meant who wrote another one. */
final class NearestNames {
  private static final int MOST = 3;

  private NearestNames() {}

  /** Returns " Maybe a, b or c?", or nothing where no name is near. */
  static String hint(String written, Collection<String> names) {
    List<String> near = of(written, names);
    return near.isEmpty() ? "" : " Maybe " + String.join(" or ", near) + "?";
  }

  /** Returns the nearest names, the best first. */
  static List<String> of(String written, Collection<String> names) {
    NavigableMap<Integer, List<String>> byDistance = new TreeMap<>();
    for (String name : names) {
      int distance = distance(plain(written), plain(name));
      byDistance.computeIfAbsent(distance, d -> new ArrayList<>()).add(name);
    }
    // a third of the letters wrong is still a likely slip, more is another word
    int far = Math.max(2, written.length() / 3);
    if (byDistance.isEmpty() || byDistance.firstKey() > far) {
      return List.of();
    }
    int near = Math.min(far, byDistance.firstKey() + 1);
    return byDistance.headMap(near, true).values().stream()
        .flatMap(List::stream)
        .limit(MOST)
        .toList();
  }

  /** Upper case and underscores are the usual slips, and cost nothing. */
  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Levenshtein's distance, by rows. */
  static int distance(String from, String to) {
    int[] row = new int[to.length() + 1];
    for (int j = 0; j < row.length; j++) {
      row[j] = j;
    }
    for (int i = 1; i <= from.length(); i++) {
      int diagonal = row[0];
      row[0] = i;
      for (int j = 1; j < row.length; j++) {
        int replaced = diagonal + (from.charAt(i - 1) == to.charAt(j - 1) ? 0 : 1);
        diagonal = row[j];
        row[j] = Math.min(replaced, 1 + Math.min(row[j], row[j - 1]));
      }
    }
    return row[to.length()];
  }
}
