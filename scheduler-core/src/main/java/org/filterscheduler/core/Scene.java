package org.filterscheduler.core;

import org.filterscheduler.api.ClusterState;

/**
 * What a decision is made on, and what is noted meanwhile.
 *
 * @param state the hosts
 * @param reads what the filters read of them while they prepared
 * @param guard what plug-ins did wrong
 */
record Scene(ClusterState state, Reads reads, Guard guard) {}
