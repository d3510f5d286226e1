package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.OperatorChange.AggregateSet;
import org.junit.jupiter.api.Test;

final class BooksTest {
  private static final Aggregate ZONE = new Aggregate(2, "zone", Map.of());
  private static final Aggregate RACK = new Aggregate(1, "rack", Map.of());

  @Test
  void aggregatesOf_hostsInTheSameAggregates_shareOneList() {
    Books books = new Books();
    books.setAggregate(new AggregateSet(ZONE, Set.of("a", "b", "c")));
    books.setAggregate(new AggregateSet(RACK, Set.of("a", "b")));

    assertThat(books.aggregatesOf("a")).containsExactly(RACK, ZONE);
    assertThat(books.aggregatesOf("b")).isSameAs(books.aggregatesOf("a"));
    assertThat(books.aggregatesOf("c")).containsExactly(ZONE);
  }

  @Test
  void removeAggregate_hostsThatSharedAList_shareTheNext() {
    Books books = new Books();
    books.setAggregate(new AggregateSet(ZONE, Set.of("a", "b", "c")));
    books.setAggregate(new AggregateSet(RACK, Set.of("a", "b")));

    books.removeAggregate(ZONE.id());

    assertThat(books.aggregatesOf("a")).containsExactly(RACK);
    assertThat(books.aggregatesOf("b")).isSameAs(books.aggregatesOf("a"));
    assertThat(books.aggregatesOf("c")).isEmpty();
  }
}
