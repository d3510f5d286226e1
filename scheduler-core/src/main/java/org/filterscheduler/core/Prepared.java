package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.List;

/**
 * All that is asked for one instance, prepared.
 *
 * @param preSelection what the request itself says
 * @param filters the filters in the configured order; none where they are skipped
 * @param weighers the weighers in the configured order
 */
record Prepared(List<Step> preSelection, List<Step> filters, List<PreparedWeigher> weighers) {
  /** Returns all that a host has to pass. */
  List<Step> steps() {
    if (preSelection.isEmpty()) {
      return filters;
    }
    List<Step> steps = new ArrayList<>(preSelection);
    steps.addAll(filters);
    return steps;
  }
}
