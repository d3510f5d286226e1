package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.regex.Pattern;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ValueShapeTest {
  record Nothing() {}

  record Plain(String text, long amount, double ratio, boolean on, Integer boxed) {}

  record Values(HostKey key, RequestKind kind, ResourceClass resource, OptionalLong maybe) {}

  record Containers(
      List<String> list,
      Map<String, Set<Integer>> map,
      Optional<Plain> maybe,
      List<? extends Plain> wild) {}

  record Tree(String name, List<Tree> children) {}

  sealed interface Shape permits Circle, Square {}

  record Circle(double radius) implements Shape {}

  record Square(double side) implements Shape {}

  record Closed(List<Shape> shapes) {}

  record Mutable(StringBuilder text) {}

  @SuppressWarnings("ArrayRecordComponent") // that is what is to be refused
  record Array(int[] numbers) {}

  record Anything(Object value) {}

  record Raw(List<?> values) {}

  record Deep(List<Mutable> values) {}

  record Holder(RequestSpec request) {}

  record Identity(Pattern pattern) {}

  record Generic<T>(T value) {}

  sealed interface Loose permits Bag {}

  static final class Bag implements Loose {}

  record HalfClosed(Loose loose) {}

  @ParameterizedTest
  @ValueSource(
      classes = {
        Nothing.class,
        Plain.class,
        Values.class,
        Containers.class,
        Tree.class,
        Closed.class
      })
  void flaw_ofARecordOfValues_isNone(Class<?> type) {
    assertThat(ValueShape.flaw(type)).isNull();
  }

  @ParameterizedTest
  @ValueSource(
      classes = {
        Mutable.class,
        Array.class,
        Anything.class,
        Raw.class,
        Deep.class,
        Holder.class,
        Identity.class,
        Generic.class,
        HalfClosed.class
      })
  void flaw_ofARecordOfSomethingElse_namesTheComponent(Class<?> type) {
    assertThat(ValueShape.flaw(type))
        .contains(type.getName(), type.getRecordComponents()[0].getName(), "deeply immutable");
  }

  @ParameterizedTest
  @ValueSource(classes = {Bag.class, String.class})
  void flaw_ofAClassThatIsNoRecord_saysSo(Class<?> type) {
    assertThat(ValueShape.flaw(type)).isEqualTo(type.getName() + " is no record");
  }
}
