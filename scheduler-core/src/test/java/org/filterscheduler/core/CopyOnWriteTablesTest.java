package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

/**
 * Every table behaves like the plain collection it stands for, and no copy sees another's writes.
 */
final class CopyOnWriteTablesTest {
  private static <K, V> Map<K, V> contents(CowMap<K, V> map) {
    Map<K, V> contents = new HashMap<>();
    map.forEach(contents::put);
    return contents;
  }

  /** Each step is a key; odd steps remove it; every seventh takes a copy. */
  @Property(tries = 300)
  void cowMap_randomWrites_equalsHashMap(
      @ForAll @Size(max = 2000) List<@IntRange(max = 700) Integer> steps) {
    CowMap<Integer, Integer> map = new CowMap<>();
    Map<Integer, Integer> model = new HashMap<>();
    List<CowMap<Integer, Integer>> copies = new ArrayList<>();
    List<Map<Integer, Integer>> modelsOfCopies = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int key = steps.get(i);
      if (i % 2 == 1) {
        map.remove(key);
        model.remove(key);
      } else {
        map.put(key, i);
        model.put(key, i);
      }
      if (i % 7 == 0) {
        CowMap<Integer, Integer> copy = map.copy();
        copy.put(-1, i); // a copy may be written too
        copies.add(copy);
        Map<Integer, Integer> modelOfCopy = new HashMap<>(model);
        modelOfCopy.put(-1, i);
        modelsOfCopies.add(modelOfCopy);
      }
    }
    assertThat(contents(map)).isEqualTo(model);
    assertThat(map.size()).isEqualTo(model.size());
    for (int i = 0; i < copies.size(); i++) {
      assertThat(contents(copies.get(i))).isEqualTo(modelsOfCopies.get(i));
      assertThat(copies.get(i).size()).isEqualTo(modelsOfCopies.get(i).size());
    }
  }

  @Property(tries = 200)
  void cowList_randomWrites_equalsArrayList(@ForAll @Size(max = 900) List<Integer> steps) {
    CowList<Integer> list = new CowList<>();
    List<@Nullable Integer> model = new ArrayList<>();
    List<CowList<Integer>> copies = new ArrayList<>();
    List<List<@Nullable Integer>> modelsOfCopies = new ArrayList<>();
    for (int step : steps) {
      if (step % 3 == 0 && !model.isEmpty()) {
        int index = Math.floorMod(step, model.size());
        Integer value = step % 2 == 0 ? null : step;
        list.set(index, value);
        model.set(index, value);
      } else {
        assertThat(list.add(step)).isEqualTo(model.size());
        model.add(step);
      }
      if (step % 11 == 0) {
        copies.add(list.copy());
        modelsOfCopies.add(new ArrayList<>(model));
      }
    }
    assertThat(contents(list)).isEqualTo(model);
    for (int i = 0; i < copies.size(); i++) {
      assertThat(contents(copies.get(i))).isEqualTo(modelsOfCopies.get(i));
    }
  }

  private static List<@Nullable Integer> contents(CowList<Integer> list) {
    List<@Nullable Integer> contents = new ArrayList<>();
    for (int i = 0; i < list.length(); i++) {
      contents.add(list.get(i));
    }
    return contents;
  }

  /** A key whose hash says little: so that entries sink deep, and share a hash. */
  record Key(int number, int hash) {
    static Key of(int number) {
      return new Key(number, number % 3 == 0 ? 7 : number * 0x01000000);
    }

    @Override
    public int hashCode() {
      return hash;
    }
  }

  @Property(tries = 300)
  void trieMap_randomWrites_equalsMapAndKeepsOldVersions(
      @ForAll @Size(max = 400) List<@IntRange(max = 60) Integer> steps,
      @ForAll @IntRange(min = 2, max = 5) int removals) {
    TrieMap<Key, Integer> map = TrieMap.empty();
    Map<Key, Integer> model = new HashMap<>();
    List<TrieMap<Key, Integer>> versions = new ArrayList<>();
    List<Map<Key, Integer>> models = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      Key key = Key.of(steps.get(i));
      if (i % removals == 1) {
        map = map.without(key);
        model.remove(key);
      } else {
        map = map.with(key, i);
        model.put(key, i);
      }
      versions.add(map);
      models.add(new HashMap<>(model));
    }
    for (int i = 0; i < versions.size(); i++) {
      Map<Key, Integer> contents = new HashMap<>();
      versions.get(i).forEach(contents::put);
      assertThat(contents).isEqualTo(models.get(i));
      assertThat(versions.get(i).size()).isEqualTo(models.get(i).size());
      assertThat(versions.get(i).keys()).isEqualTo(models.get(i).keySet());
      for (int number = 0; number <= 60; number++) {
        Key key = Key.of(number);
        assertThat(versions.get(i).get(key)).isEqualTo(models.get(i).get(key));
      }
    }
  }

  @Property(tries = 50)
  void trieMap_keysOfTheSameAndOfEqualMaps_areEqual(@ForAll @Size(max = 60) List<Integer> numbers) {
    TrieMap<Integer, Integer> one = TrieMap.empty();
    TrieMap<Integer, Integer> other = TrieMap.empty();
    for (int i = 0; i < numbers.size(); i++) {
      one = one.with(numbers.get(i), 1);
      other = other.with(numbers.get(numbers.size() - 1 - i), 2);
    }
    assertThat(one.keys()).isEqualTo(one.keys()).isEqualTo(other.keys());
    assertThat(one.keys()).hasSameHashCodeAs(other.keys());
  }
}
