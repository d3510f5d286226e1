package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.InstanceView;

/*
 * The instances of one node: those that its report lists, and those of its active claims. Both the
 * books of a node's claims and the view that plug-ins get, where a host has no other node. Each claim
 * makes one, so it is small: claims lie in an array, which a change copies, and what is asked seldom
 * is computed then. Immutable.
 */
final class NodeInstances implements InstanceView {
  static final NodeInstances NONE = new NodeInstances(Map.of(), new Claim[0], Set.of());

  private final Map<String, String> listed; // the id of the flavor, or "", by instance
  private final Claim[] claims; // never written to
  private final Set<String> hidden; // the ids of claims that no plug-in shall see

  private NodeInstances(Map<String, String> listed, Claim[] claims, Set<String> hidden) {
    this.listed = listed;
    this.claims = claims;
    this.hidden = hidden;
  }

  static NodeInstances of(Map<String, String> listed, Collection<Claim> claims) {
    return listed.isEmpty() && claims.isEmpty()
        ? NONE
        : new NodeInstances(listed, claims.toArray(new Claim[0]), Set.of());
  }

  Map<String, String> listed() {
    return listed;
  }

  List<Claim> claims() {
    return Collections.unmodifiableList(Arrays.asList(claims));
  }

  boolean hasClaims() {
    return claims.length > 0;
  }

  /** Adds a claim; it must not be there. */
  NodeInstances with(Claim claim, boolean shown) {
    Claim[] more = Arrays.copyOf(claims, claims.length + 1);
    more[claims.length] = claim;
    return new NodeInstances(listed, more, shown ? hidden : hiddenWith(claim));
  }

  NodeInstances without(Claim claim) {
    int index = indexOf(claim);
    if (index < 0) {
      return this;
    }
    Claim[] fewer = new Claim[claims.length - 1];
    System.arraycopy(claims, 0, fewer, 0, index);
    System.arraycopy(claims, index + 1, fewer, index, fewer.length - index);
    return new NodeInstances(listed, fewer, hidden.isEmpty() ? hidden : hiddenWithout(claim));
  }

  /** Puts a claim in place of an earlier form of it. */
  NodeInstances replacing(Claim before, Claim claim) {
    int index = indexOf(before);
    if (index < 0) {
      return this;
    }
    Claim[] others = claims.clone();
    others[index] = claim;
    return new NodeInstances(listed, others, hidden);
  }

  @SuppressWarnings("ReferenceEquality") // spares reading claims that are not in any cache
  private int indexOf(Claim claim) {
    for (int i = 0; i < claims.length; i++) {
      if (claims[i] == claim) {
        return i;
      }
    }
    for (int i = 0; i < claims.length; i++) {
      if (claims[i].id().equals(claim.id())) {
        return i;
      }
    }
    return -1;
  }

  private Set<String> hiddenWith(Claim claim) {
    Set<String> more = new HashSet<>(hidden);
    more.add(claim.id());
    return Set.copyOf(more);
  }

  private Set<String> hiddenWithout(Claim claim) {
    Set<String> fewer = new HashSet<>(hidden);
    fewer.remove(claim.id());
    return Set.copyOf(fewer);
  }

  boolean shows(Claim claim) {
    return hidden.isEmpty() || !hidden.contains(claim.id());
  }

  /** Names each instance as often as there are listings and claims that show it. */
  void forEach(Consumer<String> instance) {
    listed.keySet().forEach(instance);
    for (Claim claim : claims) {
      if (shows(claim)) {
        instance.accept(claim.instanceUuid());
      }
    }
  }

  /** Returns the id of the flavor of each instance, or "": as listed, else of its newest claim. */
  Map<String, String> flavors() {
    List<Claim> oldestFirst = new ArrayList<>(Arrays.asList(claims));
    oldestFirst.sort(Listings.OLDEST_FIRST);
    Map<String, String> flavors = new LinkedHashMap<>();
    for (Claim claim : oldestFirst) {
      if (shows(claim)) {
        flavors.put(claim.instanceUuid(), claim.flavorId().orElse(""));
      }
    }
    flavors.putAll(listed);
    return flavors;
  }

  /** Returns whether plug-ins see the same instances and flavors. */
  boolean looksLike(NodeInstances that) {
    return this == that || sameParts(that) || flavors().equals(that.flavors());
  }

  private boolean sameParts(NodeInstances that) {
    return listed.equals(that.listed)
        && hidden.equals(that.hidden)
        && Arrays.equals(claims, that.claims);
  }

  @Override
  public boolean contains(String instanceUuid) {
    if (listed.containsKey(instanceUuid)) {
      return true;
    }
    for (Claim claim : claims) {
      if (claim.instanceUuid().equals(instanceUuid) && shows(claim)) {
        return true;
      }
    }
    return false;
  }

  @Override
  public int size() {
    return claims.length == 0 ? listed.size() : ids().size();
  }

  @Override
  public Set<String> ids() {
    Set<String> ids = new HashSet<>();
    forEach(ids::add);
    return ids;
  }

  @Override
  public Set<String> flavorIds() {
    Set<String> ids = new HashSet<>(flavors().values());
    ids.remove("");
    return ids;
  }
}
