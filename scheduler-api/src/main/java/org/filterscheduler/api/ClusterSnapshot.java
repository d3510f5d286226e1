package org.filterscheduler.api;

/** All hosts at one instant, for ever: immutable, and safe for all threads. */
public interface ClusterSnapshot extends ClusterState {}
