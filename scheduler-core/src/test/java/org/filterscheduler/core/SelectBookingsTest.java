package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filterscheduler.core.TestScheduler.hosts;

import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Explanation;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.RequestKind;
import org.filterscheduler.api.RequestSpec;
import org.junit.jupiter.api.Test;

/** Structured resources have the last word on a host that passed all filters. */
final class SelectBookingsTest {
  private static DefaultFilterScheduler scheduler(SlotBooking.Fault fault) {
    return with(fault).build();
  }

  /** The best host has no slot, the next one has one, the last has three. */
  private static TestScheduler with(SlotBooking.Fault fault) {
    TestScheduler scheduler = TestScheduler.with().booking(new SlotBooking(fault)).spreading();
    Map<String, Long> memory = Map.of("none", 8000L, "one", 6000L, "three", 4000L);
    Map<String, String> slots = Map.of("none", "0", "one", "1", "three", "3");
    for (String name : List.of("none", "one", "three")) {
      scheduler.host(
          TestHosts.report(HostKey.of(name), 1).toBuilder()
              .total(org.filterscheduler.api.ResourceClass.MEMORY_MB, memory.get(name))
              .bookings(Map.of("slots", slots.get(name)))
              .build());
    }
    return scheduler;
  }

  private static RequestSpec.Builder slots() {
    Flavor flavor = Flavor.builder("slot").extraSpecs(Map.of("slots", "1")).build();
    return RequestSpec.builder(flavor).instanceUuid("i-1");
  }

  @Test
  void select_whenTheBestHostRefuses_takesTheNextByWeight() {
    var scheduler = scheduler(SlotBooking.Fault.NONE);

    var selections = scheduler.select(slots().numInstances(3).build()).scheduled().orElseThrow();

    assertThat(selections.selections())
        .extracting(one -> one.host().host())
        .containsExactly("one", "three", "three");
    assertThat(selections.first().claim().orElseThrow().receipts()).containsEntry("slots", "0");
    assertThat(selections.first().ranking())
        .extracting(one -> one.host().host())
        .containsExactly("one", "three");
  }

  @Test
  void select_whenAllRefuse_countsThemAsRefused() {
    var scheduler = scheduler(SlotBooking.Fault.NONE);

    Explanation explanation =
        scheduler.select(slots().numInstances(5).build()).refusal().orElseThrow();

    assertThat(explanation)
        .hasToString(
            "No valid host for instance "
                + explanation.request().instanceUuid()
                + " among 3 hosts: [earlier-instances: (start: 3, end: 1),"
                + " bookings: (start: 1, end: 0)]");
    assertThat(explanation.steps().get(0).reasons())
        .extracting(one -> one.code() + one.count())
        .containsExactly("booking-refused2");
    assertThat(explanation.steps().get(1).reasons().get(0).code()).isEqualTo("booking-refused");
    assertThat(scheduler.inventory().claims()).isEmpty();
  }

  @Test
  void recommend_ofWhatIsBooked_leavesOutHostsThatRefuse() {
    var scheduler = scheduler(SlotBooking.Fault.NONE);

    assertThat(scheduler.recommend(slots().build(), 9))
        .extracting(one -> one.host().host())
        .containsExactly("one", "three");
  }

  @Test
  void select_whenManyHostsRefuseInARow_countsThemInOneStep() {
    var scheduler = with(SlotBooking.Fault.NONE).hosts("full-1", "full-2").build();

    Explanation explanation =
        scheduler.select(slots().build()).scheduled().orElseThrow().first().explanation();

    assertThat(explanation).asString().endsWith("[bookings: (start: 5, end: 2)]");
  }

  @Test
  void explain_ofWhatIsBooked_namesTheHostThatSelectTakes() {
    var scheduler = scheduler(SlotBooking.Fault.NONE);

    Explanation explanation = scheduler.explain(slots().build(), scheduler.inventory().snapshot());

    assertThat(explanation.chosen()).isEqualTo(HostKey.of("one"));
    assertThat(explanation.verdicts()).hasSize(3).allMatch(Explanation.HostVerdict::passes);
    assertThat(hosts(scheduler.select(slots().build()))).containsExactly("one");
  }

  @Test
  void selectAll_whenARequestWasRefusedByAHost_keepsItsReasonsApart() {
    var scheduler = scheduler(SlotBooking.Fault.NONE);
    RequestSpec plain = TestScheduler.request("i-2").build();

    var selections =
        scheduler.selectAll(List.of(slots().build(), plain)).scheduled().orElseThrow().selections();

    assertThat(selections.get(0).explanation().steps())
        .singleElement()
        .satisfies(
            step ->
                assertThat(step.reasons())
                    .extracting(Explanation.ReasonCount::code)
                    .containsExactly("booking-refused"));
  }

  @Test
  void select_ofARebuild_doesNotBookAgain() {
    var scheduler = scheduler(SlotBooking.Fault.NONE);

    assertThat(hosts(scheduler.select(slots().kind(RequestKind.REBUILD).build())))
        .containsExactly("none");
  }

  @Test
  void select_whenABookingBreaksItsContract_rejectsTheHostAndNamesTheKind() {
    for (var fault : List.of(SlotBooking.Fault.RELEASE_FORGETS, SlotBooking.Fault.BOOK_THROWS)) {
      var scheduler = scheduler(fault);

      Explanation explanation = scheduler.select(slots().build()).refusal().orElseThrow();

      assertThat(explanation.steps().get(0).reasons().get(0).code())
          .isIn("plugin-failed", "booking-refused");
      assertThat(explanation.faults()).singleElement().asString().startsWith("slots ");
      assertThat(scheduler.inventory().claims()).isEmpty();
    }
  }

  @Test
  void select_whenABookingBreaksItsContract_failsTheRequestByOption() {
    var scheduler =
        with(SlotBooking.Fault.BOOK_THROWS)
            .quirks(new Policy.Quirks(false, false, true, false))
            .build();

    assertThatThrownBy(() -> scheduler.select(slots().build()))
        .isInstanceOfSatisfying(
            PluginException.class, e -> assertThat(e.plugin()).isEqualTo("slots"));
  }
}
