package org.filterscheduler.weighers;

/** One entry of {@code metrics.weight-setting}: what a unit of a metric counts for. */
record MetricRatio(String metric, double ratio) {}
