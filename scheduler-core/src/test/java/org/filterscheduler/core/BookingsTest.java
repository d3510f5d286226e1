package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimException;
import org.filterscheduler.api.ConfigurationException;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.PluginException;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.spi.ClaimJournal;
import org.junit.jupiter.api.Test;

/** Structured resources are booked, given back and rebuilt with the claims that hold them. */
final class BookingsTest {
  private static final HostKey A = HostKey.of("a");

  private final TestClock clock = new TestClock();

  private DefaultInventory inventory(SlotBooking.Fault fault) {
    return inventory(new SlotBooking(fault));
  }

  private DefaultInventory inventory(SlotBooking booking) {
    DefaultInventory inventory =
        new DefaultInventory(InventorySettings.DEFAULT, clock, ClaimJournal.NONE, List.of(booking));
    inventory.report(TestHosts.report(A, 1).toBuilder().bookings(SlotBooking.slots(2)).build());
    return inventory;
  }

  private static RequestSpec request(String instance) {
    Flavor flavor = Flavor.builder("slotted").extraSpecs(Map.of("slots", "1")).build();
    return RequestSpec.builder(flavor).instanceUuid(instance).build();
  }

  private static Claim select(DefaultInventory inventory, String instance) {
    Fork fork = inventory.snapshot().fork();
    place(fork, instance);
    return inventory.commit(fork, new Reads()).orElseThrow().get(0);
  }

  private static void place(Fork fork, String instance) {
    fork.place(new Placement(request(instance), A, instance, Map.of(), Limits.NONE, false, true));
  }

  private static String free(DefaultInventory inventory) {
    SlotBooking.Slots slots =
        inventory.snapshot().host(A).orElseThrow().usage().booked(SlotBooking.KIND).orElseThrow();
    return slots.free().toString();
  }

  @Test
  void claim_takesASlotAndItsReleaseGivesItBack() {
    DefaultInventory inventory = inventory(SlotBooking.Fault.NONE);
    assertThat(select(inventory, "i1").receipts()).containsEntry("slots", "0");
    assertThat(select(inventory, "i2").receipts()).containsEntry("slots", "1");
    assertThat(free(inventory)).isEqualTo("[]");
    inventory.release("i1");
    assertThat(free(inventory)).isEqualTo("[0]");
    clock.pass(Duration.ofMinutes(10));
    assertThat(free(inventory)).isEqualTo("[0, 1]");
  }

  @Test
  void claim_withoutAFreeSlot_isRefusedByName() {
    DefaultInventory inventory = inventory(SlotBooking.Fault.NONE);
    select(inventory, "i1");
    select(inventory, "i2");
    assertThatThrownBy(() -> select(inventory, "i3"))
        .isInstanceOf(ClaimException.class)
        .hasMessageContaining("slots")
        .hasMessageContaining("a");
  }

  @Test
  void report_thatDescribesTheHostAnew_keepsWhatIsBooked() {
    DefaultInventory inventory = inventory(SlotBooking.Fault.NONE);
    select(inventory, "i1");
    inventory.report(TestHosts.report(A, 2).toBuilder().bookings(SlotBooking.slots(4)).build());
    assertThat(free(inventory)).isEqualTo("[1, 2, 3]");
  }

  @Test
  void restore_booksWhatTheReceiptsSay() {
    DefaultInventory inventory = inventory(SlotBooking.Fault.NONE);
    select(inventory, "i1");
    DefaultInventory restored =
        new DefaultInventory(
            InventorySettings.DEFAULT,
            clock,
            ClaimJournal.NONE,
            List.of(new SlotBooking(SlotBooking.Fault.NONE)));
    restored.restore(inventory.export());
    assertThat(free(restored)).isEqualTo("[1]");
  }

  @Test
  void commit_afterTheHostChanged_isRefused() {
    DefaultInventory inventory = inventory(SlotBooking.Fault.NONE);
    Fork one = inventory.snapshot().fork();
    Fork other = inventory.snapshot().fork();
    place(one, "i1");
    place(other, "i2");
    assertThat(inventory.commit(one, new Reads())).isPresent();
    assertThat(inventory.commit(other, new Reads())).isEmpty();
    assertThat(free(inventory)).isEqualTo("[1]");
  }

  @Test
  void move_ofReceipts_isRefused() {
    DefaultInventory inventory = inventory(SlotBooking.Fault.NONE);
    inventory.report(TestHosts.report(HostKey.of("b"), 1));
    select(inventory, "i1");
    assertThatThrownBy(() -> inventory.move("i1", HostKey.of("b")))
        .hasMessageContaining("Select a host anew");
  }

  @Test
  void booking_thatForgetsARelease_isNamedAndBooksNothing() {
    DefaultInventory inventory = inventory(SlotBooking.Fault.RELEASE_FORGETS);
    assertThatThrownBy(() -> select(inventory, "i1"))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("slots does not restore the state of a");
    assertThat(free(inventory)).isEqualTo("[0, 1]");
  }

  @Test
  void booking_thatThrows_isNamedAndBooksNothing() {
    DefaultInventory inventory = inventory(SlotBooking.Fault.BOOK_THROWS);
    assertThatThrownBy(() -> select(inventory, "i1"))
        .isInstanceOf(PluginException.class)
        .hasMessageContaining("slots failed to book");
    assertThat(inventory.claims()).isEmpty();
  }

  @Test
  void booking_thatCannotReadAHost_refusesItToThoseWhoWantIt() {
    DefaultInventory inventory = inventory(SlotBooking.Fault.INITIAL_THROWS);
    assertThatThrownBy(() -> select(inventory, "i1")).isInstanceOf(ClaimException.class);
    inventory.claim(TestHosts.claim("c1", "other", A));
    assertThat(inventory.claims()).hasSize(1);
  }

  @Test
  void booking_thatFailsToRelease_holdsUpNothing() {
    SlotBooking booking = new SlotBooking(SlotBooking.Fault.NONE);
    DefaultInventory inventory = inventory(booking);
    select(inventory, "i1");
    inventory.claim(TestHosts.claim("c2", "other", A));
    booking.fail(SlotBooking.Fault.RELEASE_THROWS);
    clock.pass(Duration.ofMinutes(10));
    assertThat(inventory.claims()).isEmpty();
    assertThat(inventory.snapshot().host(A).orElseThrow().usage().booked(SlotBooking.KIND))
        .isEmpty();
    booking.fail(SlotBooking.Fault.NONE);
    assertThatThrownBy(() -> select(inventory, "i3"))
        .isInstanceOf(ClaimException.class)
        .hasMessageContaining("slots");
    inventory.report(TestHosts.report(A, 2).toBuilder().bookings(SlotBooking.slots(3)).build());
    assertThat(select(inventory, "i3").receipts()).containsEntry("slots", "0");
  }

  @Test
  void bookings_twoOfOneKind_nameBothClasses() {
    SlotBooking booking = new SlotBooking(SlotBooking.Fault.NONE);
    assertThatThrownBy(() -> new Bookings(List.of(booking, booking)))
        .isInstanceOf(ConfigurationException.class)
        .hasMessageContaining("slots")
        .hasMessageContaining(SlotBooking.class.getName());
  }
}
