package org.filterscheduler.core;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.filterscheduler.api.ClusterFork;
import org.filterscheduler.api.ClusterState;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.ServerGroup;

/**
 * The present state of an inventory, for the few things that plug-ins read while they prepare. It
 * remembers its answers, so that they can be compared with those of the moment of the decision. Not
 * for several threads.
 */
final class LiveState implements ClusterState {
  private final Ledger ledger;
  private final Instant at;
  private Map<Object, Object> answers = Map.of(); // made when something is asked

  LiveState(Ledger ledger, Instant at) {
    this.ledger = ledger;
    this.at = at;
  }

  @SuppressWarnings("unchecked") // each question has answers of one type
  private <T> T answer(Object question, Function<Books, T> ask) {
    answers = answers.isEmpty() ? new HashMap<>() : answers;
    return (T) answers.computeIfAbsent(question, asked -> ledger.read(ask));
  }

  private record Question(String about, Object subject) {}

  @Override
  public long sequence() {
    return answer("sequence", books -> books.sequence);
  }

  @Override
  public Instant at() {
    return at;
  }

  @Override
  public List<HostState> hosts() {
    return answer("hosts", Books::states);
  }

  @Override
  public Optional<HostState> host(HostKey key) {
    return answer(new Question("host", key), books -> Optional.ofNullable(books.state(key)));
  }

  @Override
  public List<HostKey> nodesOf(String host) {
    return answer(new Question("nodes", host), books -> books.nodesOf(host));
  }

  @Override
  public Set<HostKey> hostsOf(String instanceUuid) {
    return answer(new Question("hosts", instanceUuid), books -> books.hostsOf(instanceUuid));
  }

  @Override
  public ServerGroup group(ServerGroup known) {
    return answer(new Question("group", known), books -> books.group(known));
  }

  @Override
  public ClusterFork fork() {
    throw new UnsupportedOperationException("The present state changes: fork a snapshot of it.");
  }
}
