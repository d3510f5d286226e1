package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.api.OperatorChange.AggregateSet;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.ServerGroup;
import org.jspecify.annotations.Nullable;

/*
 * All tables of an inventory. Copying them takes constant time, which is what snapshots, forks and
 * marks are made of. Only a BookKeeper writes to them. Not safe for several threads, except that
 * books that are never written may be read and copied by all.
 */
final class Books {
  private static final int FEWEST_HOLES = 64;

  final CowMap<String, ServiceRecord> services;
  final CowMap<Long, AggregateSet> aggregates;
  final CowMap<HostKey, Map<ResourceClass, Double>> ratios;
  final CowMap<String, Claim> claims;
  final Shared<Inventory> inventories; // of the descriptions
  private final CowMap<String, List<Aggregate>> aggregatesOf; // by host name
  private final EndedClaims ended;
  private final CowMap<HostKey, NodeInstances> claimsOfAbsent; // of hosts that are not registered
  // A HostKey where an instance is listed or claimed once, which spares most instances an object;
  // else a map of how often it is on which host.
  private final CowMap<String, Object> places;
  private final CowMap<String, GroupBook> groups;
  private final CowMap<HostKey, Integer> slotOf;
  private final CowMap<String, Object> nodes; // the key of a host's only node, else a list of keys
  private CowList<HostRecord> slots;
  private final HostIndex index;
  private Object dealing = new Object(); // another one whenever the slots are dealt anew
  private Moment moment = Moment.first();
  private boolean remembers; // whether changes are added to the moments
  long sequence;
  long nextPosition;

  Books() {
    services = new CowMap<>();
    aggregates = new CowMap<>();
    ratios = new CowMap<>();
    claims = new CowMap<>();
    inventories = new Shared<>();
    aggregatesOf = new CowMap<>();
    ended = new EndedClaims();
    claimsOfAbsent = new CowMap<>();
    places = new CowMap<>();
    groups = new CowMap<>();
    slotOf = new CowMap<>();
    nodes = new CowMap<>();
    slots = new CowList<>();
    index = new HostIndex();
  }

  private Books(Books original) {
    services = original.services.copy();
    aggregates = original.aggregates.copy();
    ratios = original.ratios.copy();
    claims = original.claims.copy();
    inventories = original.inventories;
    aggregatesOf = original.aggregatesOf.copy();
    ended = original.ended.copy();
    claimsOfAbsent = original.claimsOfAbsent.copy();
    places = original.places.copy();
    groups = original.groups.copy();
    slotOf = original.slotOf.copy();
    nodes = original.nodes.copy();
    slots = original.slots.copy();
    index = original.index.copy();
    dealing = original.dealing;
    moment = original.moment;
    sequence = original.sequence;
    nextPosition = original.nextPosition;
  }

  Books copy() {
    return new Books(this);
  }

  // ---- hosts

  int hostCount() {
    return slotOf.size();
  }

  @Nullable HostRecord record(HostKey key) {
    Integer slot = slotOf.get(key);
    return slot == null ? null : slots.get(slot);
  }

  @Nullable HostState state(HostKey key) {
    HostRecord record = record(key);
    return record == null ? null : record.state();
  }

  /** Returns the registered hosts in the order of their positions. */
  List<HostRecord> records() {
    List<HostRecord> records = new ArrayList<>(hostCount());
    for (int i = 0; i < slots.length(); i++) {
      HostRecord record = slots.get(i);
      if (record != null) {
        records.add(record);
      }
    }
    return records;
  }

  List<HostState> states() {
    List<HostState> states = new ArrayList<>(hostCount());
    for (int i = 0; i < slots.length(); i++) {
      HostRecord record = slots.get(i);
      if (record != null) {
        states.add(record.state());
      }
    }
    return states;
  }

  @SuppressWarnings("unchecked") // setNodes is the only writer
  List<HostKey> nodesOf(String host) {
    Object known = nodes.get(host);
    if (known == null) {
      return List.of();
    }
    return known instanceof HostKey key ? List.of(key) : (List<HostKey>) known;
  }

  private void setNodes(String host, List<HostKey> keys) {
    if (keys.isEmpty()) {
      nodes.remove(host);
    } else {
      nodes.put(host, keys.size() == 1 ? keys.get(0) : List.copyOf(keys));
    }
  }

  /** Returns what lies in a slot; null where no host does. */
  @Nullable HostRecord recordAt(int slot) {
    return slots.get(slot);
  }

  /** Returns the number of slots, holes included. */
  int slotCount() {
    return slots.length();
  }

  /** Returns the slot of a host; -1 if there is no such host. */
  int slotOf(HostKey key) {
    Integer slot = slotOf.get(key);
    return slot == null ? -1 : slot;
  }

  HostIndex index() {
    return index;
  }

  /** Returns what stays the same as long as hosts keep their slots. */
  Object dealing() {
    return dealing;
  }

  // ---- history

  /** Begins to remember changes: once for all, for these books and not for their copies. */
  void remember() {
    moment = Moment.first();
    remembers = true;
  }

  /** Returns the moment of these books. */
  Moment moment() {
    return moment;
  }

  /** Ends an era that is long enough. */
  void endEra() {
    if (remembers && moment.era().isLong(hostCount())) {
      moment.era().end(copy());
      moment = Moment.first();
    }
  }

  private void note(HostKey key, @Nullable HostRecord before) {
    if (remembers) {
      moment = moment.then(key, before);
    }
  }

  /** Brings the hosts back to what they were at an earlier moment of the same era. */
  void undoTo(Moment earlier) {
    Map<HostKey, Optional<HostRecord>> then = new LinkedHashMap<>();
    Moment last = moment;
    for (Moment each = earlier; each != last; ) {
      each = Objects.requireNonNull(each.next(), "a moment of the same era");
      then.putIfAbsent(
          Objects.requireNonNull(each.key(), "key"), Optional.ofNullable(each.before()));
    }
    then.forEach((key, record) -> put(key, record.orElse(null)));
  }

  private void put(HostKey key, @Nullable HostRecord record) {
    HostRecord present = record(key);
    if (record == null) {
      if (present != null) {
        remove(present);
      }
    } else if (present == null) {
      add(record.withSlot(nextSlot())); // the order of slots is not that of positions then
    } else {
      replace(record.withSlot(present.slot()));
    }
  }

  /** Returns the slot that the next new host gets. */
  int nextSlot() {
    return slots.length();
  }

  void add(HostRecord record) {
    slotOf.put(record.key(), slots.add(record));
    List<HostKey> all = new ArrayList<>(nodesOf(record.key().host()));
    all.add(record.key());
    setNodes(record.key().host(), all);
    claimsOfAbsent.remove(record.key()); // the record has them
    note(record.key(), null);
    index.changed(record.slot(), true);
  }

  @SuppressWarnings("ReferenceEquality") // a description that is as before stays the same object
  void replace(HostRecord record) {
    HostRecord before = slots.get(record.slot());
    slots.set(record.slot(), record);
    if (before == null || before.state() != record.state()) {
      note(record.key(), before);
      boolean described =
          before == null || before.state().description() != record.state().description();
      index.changed(record.slot(), described);
    }
  }

  void remove(HostRecord record) {
    slots.set(record.slot(), null);
    slotOf.remove(record.key());
    List<HostKey> others = new ArrayList<>(nodesOf(record.key().host()));
    others.remove(record.key());
    setNodes(record.key().host(), others);
    if (record.instances().hasClaims()) {
      claimsOfAbsent.put(record.key(), NodeInstances.of(Map.of(), record.claims()));
    }
    note(record.key(), record);
    index.changed(record.slot(), true);
    closeHoles();
  }

  /** Positions grow for ever, slots must not: once half of them are holes they are dealt anew. */
  private void closeHoles() {
    int holes = slots.length() - hostCount();
    if (holes <= FEWEST_HOLES || holes < hostCount()) {
      return;
    }
    List<HostRecord> records = records();
    slots = new CowList<>();
    index.reset();
    dealing = new Object();
    for (HostRecord record : records) {
      HostRecord moved = record.withSlot(slots.length());
      slotOf.put(moved.key(), slots.add(moved));
      index.changed(moved.slot(), true);
    }
  }

  /** Returns the aggregates that a host is in, in the order of their ids. */
  List<Aggregate> aggregatesOf(String host) {
    return aggregatesOf.getOrDefault(host, List.of());
  }

  void setAggregate(AggregateSet set) {
    removeAggregate(set.aggregate().id());
    aggregates.put(set.aggregate().id(), set);
    // Hosts that share a list share the next one too: so there are few.
    IdentityHashMap<List<Aggregate>, List<Aggregate>> next = new IdentityHashMap<>();
    for (String host : set.hosts()) {
      List<Aggregate> before = aggregatesOf(host);
      aggregatesOf.put(host, next.computeIfAbsent(before, b -> with(b, set.aggregate())));
    }
  }

  private static List<Aggregate> with(List<Aggregate> some, Aggregate another) {
    List<Aggregate> all = new ArrayList<>(some);
    all.add(another);
    all.sort(Comparator.comparingLong(Aggregate::id));
    return List.copyOf(all);
  }

  void removeAggregate(long id) {
    AggregateSet old = aggregates.get(id);
    if (old == null) {
      return;
    }
    aggregates.remove(id);
    IdentityHashMap<List<Aggregate>, List<Aggregate>> next = new IdentityHashMap<>();
    for (String host : old.hosts()) {
      List<Aggregate> before = aggregatesOf(host);
      List<Aggregate> others = next.computeIfAbsent(before, b -> without(b, id));
      if (others.isEmpty()) {
        aggregatesOf.remove(host);
      } else {
        aggregatesOf.put(host, others);
      }
    }
  }

  private static List<Aggregate> without(List<Aggregate> some, long id) {
    List<Aggregate> others = new ArrayList<>(some);
    others.removeIf(aggregate -> aggregate.id() == id);
    return List.copyOf(others);
  }

  // ---- claims, instances, groups

  /** Returns the active claims on a host, registered or not. */
  List<Claim> claimsOn(HostKey key) {
    HostRecord record = record(key);
    return record == null ? claimsOfAbsent(key).claims() : record.claims();
  }

  /** Returns the active claims, without looking at those that ended and are remembered. */
  List<Claim> activeClaims() {
    List<Claim> active = new ArrayList<>();
    for (int i = 0; i < slots.length(); i++) {
      HostRecord record = slots.get(i);
      if (record != null) {
        active.addAll(record.claims());
      }
    }
    claimsOfAbsent.forEach((key, some) -> active.addAll(some.claims()));
    return active;
  }

  /** Returns the hosts that are not registered, but have claims. */
  List<HostKey> absentHosts() {
    List<HostKey> keys = new ArrayList<>();
    claimsOfAbsent.forEach((key, some) -> keys.add(key));
    return keys;
  }

  NodeInstances claimsOfAbsent(HostKey key) {
    return claimsOfAbsent.getOrDefault(key, NodeInstances.NONE);
  }

  void setClaimsOfAbsent(HostKey key, NodeInstances claimed) {
    if (claimed.hasClaims()) {
      claimsOfAbsent.put(key, claimed);
    } else {
      claimsOfAbsent.remove(key);
    }
  }

  /** Remembers a claim that ended; above the limit the one that ended first is forgotten. */
  void end(Claim claim, int limit) {
    ended.add(claim);
    while (ended.size() > limit) {
      forgetOldest();
    }
  }

  /** Returns how many ended claims are remembered. */
  int endedCount() {
    return ended.size();
  }

  /** Returns the ended claims that are remembered, in the order in which they ended. */
  List<Claim> endedClaims() {
    List<Claim> remembered = new ArrayList<>();
    ended.forEach(
        claim -> {
          if (claim.equals(claims.get(claim.id()))) {
            remembered.add(claim);
          }
        });
    return remembered;
  }

  /** Forgets the claim that ended first; there must be one. */
  void forgetOldest() {
    String id = ended.remove().id();
    Claim claim = claims.get(id);
    if (claim != null && !claim.state().active()) {
      claims.remove(id);
    }
  }

  Set<HostKey> hostsOf(String instanceUuid) {
    Object place = places.get(instanceUuid);
    if (place == null) {
      return Set.of();
    }
    return place instanceof HostKey key ? Set.of(key) : counts(place).keySet();
  }

  /** Notes that an instance is listed or claimed on a host once more. */
  void place(String instanceUuid, HostKey key) {
    Object before = places.get(instanceUuid);
    places.put(instanceUuid, before == null ? key : counted(before, key, 1));
  }

  /** Takes back what was noted of an instance once. */
  void displace(String instanceUuid, HostKey key) {
    Object before = places.get(instanceUuid);
    if (key.equals(before)) {
      places.remove(instanceUuid);
    } else if (before != null) {
      places.put(instanceUuid, counted(before, key, -1));
    }
  }

  private static Object counted(Object before, HostKey key, int by) {
    Map<HostKey, Integer> counts = new HashMap<>(counts(before));
    counts.merge(key, by, Integer::sum);
    counts.values().removeIf(count -> count <= 0);
    boolean once = counts.size() == 1 && counts.containsValue(1);
    return once ? counts.keySet().iterator().next() : Map.copyOf(counts);
  }

  @SuppressWarnings("unchecked") // place and displace are the only writers
  private static Map<HostKey, Integer> counts(Object place) {
    return place instanceof HostKey key ? Map.of(key, 1) : (Map<HostKey, Integer>) place;
  }

  GroupBook group(String id) {
    return groups.getOrDefault(id, GroupBook.EMPTY);
  }

  void setGroup(String id, GroupBook group) {
    if (group.isEmpty()) {
      groups.remove(id);
    } else {
      groups.put(id, group);
    }
  }

  ServerGroup group(ServerGroup known) {
    GroupBook claimed = group(known.id());
    return claimed.isEmpty() ? known : known.plus(claimed.memberIds(), claimed.hostNames());
  }
}
