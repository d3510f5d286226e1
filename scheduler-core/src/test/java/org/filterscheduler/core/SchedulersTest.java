package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filterscheduler.core.TestScheduler.hosts;
import static org.filterscheduler.core.TestScheduler.request;

import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.spi.HostFilter;
import org.junit.jupiter.api.Test;

/** The public entry. */
final class SchedulersTest {
  private static final Plugins PLUGINS =
      Plugins.empty()
          .with(
              TestPlugins.filter("Any"),
              TestPlugins.filter("NotA")
                  .creating(c -> HostFilter.of((h, r) -> !h.key().host().equals("a"))));
  private static final SchedulerConfiguration ANY =
      SchedulerConfiguration.defaults()
          .with("enabled-filters", List.of("Any"))
          .with("enabled-weighers", List.of());

  private final TestClock clock = new TestClock();

  private Schedulers.Builder builder() {
    return Schedulers.builder().plugins(PLUGINS).clock(clock).configuration(ANY);
  }

  private static void report(HostInventory inventory, String... names) {
    for (String name : names) {
      inventory.report(TestHosts.report(HostKey.of(name), 1));
    }
  }

  @Test
  void build_withAnInventoryOfItsOwn_placesAndJournals() {
    List<InventoryEvent> events = new ArrayList<>();
    FilterScheduler scheduler = builder().journal(events::addAll).build();
    report(scheduler.inventory(), "a");

    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("a");
    assertThat(events).hasSize(2);
    assertThat(scheduler.configuration()).isEqualTo(ANY);
  }

  @Test
  void build_onASharedInventory_keepsOnePolicyEach() {
    HostInventory shared = builder().buildInventory();
    FilterScheduler any = builder().build(shared);
    FilterScheduler notA =
        builder().configuration(ANY.with("enabled-filters", List.of("NotA"))).build(shared);
    report(shared, "a", "b");

    assertThat(hosts(any.select(request("i-1").build()))).containsExactly("a");
    assertThat(hosts(notA.select(request("i-2").build()))).containsExactly("b");
    assertThat(any.inventory()).isSameAs(notA.inventory());
  }

  @Test
  void build_onSomebodyElsesInventory_saysWhoseItHasToBe() {
    HostInventory foreign =
        (HostInventory)
            Proxy.newProxyInstance(
                SchedulersTest.class.getClassLoader(),
                new Class<?>[] {HostInventory.class},
                (proxy, method, arguments) -> null);

    assertThatThrownBy(() -> builder().build(foreign))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("shared (")
        .hasMessageContaining("buildInventory");
  }

  @Test
  void build_ofAWrongConfiguration_listsAllThatIsWrong() {
    SchedulerConfiguration wrong =
        ANY.with("enabled-filters", List.of("Nay"))
            .with("host-subset-size", 0)
            .with("service-down-time", "soon");

    assertThatThrownBy(() -> builder().configuration(wrong).build())
        .isInstanceOfSatisfying(
            ConfigurationException.class, e -> assertThat(e.problems()).hasSize(3));
  }

  @Test
  void reconfigure_swapsThePolicyWholeOrNotAtAll() {
    FilterScheduler scheduler = builder().build();
    report(scheduler.inventory(), "a", "b");
    SchedulerConfiguration notA = ANY.with("enabled-filters", List.of("NotA"));

    scheduler.reconfigure(notA);
    assertThat(hosts(scheduler.select(request("i-1").build()))).containsExactly("b");

    SchedulerConfiguration wrong = ANY.with("enabled-filters", List.of("Any", "Nay"));
    assertThatThrownBy(() -> scheduler.reconfigure(wrong))
        .isInstanceOf(ConfigurationException.class);
    assertThat(scheduler.configuration()).isEqualTo(notA);
    assertThat(hosts(scheduler.select(request("i-2").build()))).containsExactly("b");
  }

  @Test
  void build_withOptionsOfTheInventory_usesThem() {
    FilterScheduler scheduler = builder().configuration(ANY.with("claim-timeout", "30 s")).build();
    report(scheduler.inventory(), "a");
    scheduler.select(request("i-1").build());

    clock.pass(Duration.ofSeconds(29));
    assertThat(scheduler.inventory().claims()).hasSize(1);
    clock.pass(Duration.ofSeconds(1));
    assertThat(scheduler.inventory().claims()).isEmpty();
  }

  @Test
  void build_withABookingOfAFilter_booksIt() {
    SlotBooking slots = new SlotBooking(SlotBooking.Fault.NONE);
    FilterScheduler scheduler =
        builder().plugins(Plugins.empty().with(TestPlugins.filter("Any").bookings(slots))).build();
    scheduler
        .inventory()
        .report(
            TestHosts.report(HostKey.of("a"), 1).toBuilder()
                .bookings(Map.of("slots", "1"))
                .build());
    var flavor =
        org.filterscheduler.api.Flavor.builder("f").extraSpecs(Map.of("slots", "1")).build();
    var spec = org.filterscheduler.api.RequestSpec.builder(flavor);

    assertThat(scheduler.select(spec.instanceUuid("i-1").build()).scheduled()).isPresent();
    assertThat(scheduler.select(spec.instanceUuid("i-2").build()).refusal()).isPresent();
  }

  @Test
  void build_onAnInventoryOfOtherOptions_namesThoseThatWouldNotBeHeeded() {
    HostInventory shared =
        builder().configuration(ANY.with("claim-timeout", "1 m")).buildInventory();
    SchedulerConfiguration other =
        ANY.with("claim-timeout", "30 s").with("ram-allocation-ratio", 1.5);

    assertThatThrownBy(() -> builder().configuration(other).build(shared))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .asString()
                    .contains("claim-timeout (30", "must be 60", "Leave it out"));
    FilterScheduler scheduler = builder().build(shared);
    assertThatThrownBy(() -> scheduler.reconfigure(other))
        .isInstanceOf(ConfigurationException.class);
    scheduler.reconfigure(ANY.with("claim-timeout", "60 s"));
  }

  @Test
  void build_onAnInventoryWithoutTheBookingOfAFilter_saysSo() {
    HostInventory shared = builder().buildInventory();
    SlotBooking slots = new SlotBooking(SlotBooking.Fault.NONE);
    Plugins plugins = Plugins.empty().with(TestPlugins.filter("Any").bookings(slots));

    assertThatThrownBy(() -> builder().plugins(plugins).build(shared))
        .isInstanceOfSatisfying(
            ConfigurationException.class,
            e ->
                assertThat(e.problems())
                    .singleElement()
                    .asString()
                    .contains("enabled-filters (Any)", "books slots"));
  }

  @Test
  void buildInventory_withTheSameBookingTwiceUnderANameThatNobodyEnables_leavesItOut() {
    var twice = TestPlugins.filter("Slots").bookings(new SlotBooking(SlotBooking.Fault.NONE));

    HostInventory inventory = builder().plugins(PLUGINS.with(twice, twice)).buildInventory();

    assertThat(builder().build(inventory).inventory()).isSameAs(inventory);
  }

  @Test
  void builder_ofNulls_refusesEachByName() {
    assertThatThrownBy(() -> Schedulers.builder().clock(null)).hasMessage("clock");
    assertThatThrownBy(() -> Schedulers.builder().plugins(null)).hasMessage("plugins");
    assertThatThrownBy(() -> Schedulers.builder().journal(null)).hasMessage("journal");
    assertThatThrownBy(() -> Schedulers.builder().listener(null)).hasMessage("listener");
    assertThatThrownBy(() -> Schedulers.builder().configuration(null)).hasMessage("configuration");
    assertThatThrownBy(() -> builder().build(null)).hasMessage("shared");
    assertThatThrownBy(() -> builder().build().select(null)).hasMessage("request");
  }
}
