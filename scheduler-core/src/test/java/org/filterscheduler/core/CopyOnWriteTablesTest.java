package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
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

  @Property(tries = 300)
  void deltaMap_randomWrites_equalsMapAndKeepsOldVersions(
      @ForAll @Size(max = 120) List<@IntRange(max = 20) Integer> steps) {
    DeltaMap<Integer, Integer> map = DeltaMap.empty();
    Map<Integer, Integer> model = new LinkedHashMap<>();
    List<DeltaMap<Integer, Integer>> versions = new ArrayList<>();
    List<Map<Integer, Integer>> models = new ArrayList<>();
    for (int i = 0; i < steps.size(); i++) {
      int key = steps.get(i);
      if (i % 3 == 2) {
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
      assertThat(versions.get(i).toMap()).isEqualTo(models.get(i));
      assertThat(versions.get(i).size()).isEqualTo(models.get(i).size());
    }
  }
}
