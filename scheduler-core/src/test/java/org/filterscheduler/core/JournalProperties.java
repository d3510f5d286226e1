package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.ClaimState;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InstanceAllocation;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.InventoryEvent.ClaimsChanged;
import org.filterscheduler.api.InventoryEvent.HostReported;
import org.filterscheduler.api.InventoryEvent.OperatorChanged;
import org.filterscheduler.api.InventoryExport;
import org.filterscheduler.api.InventoryExport.ExportedHost;
import org.filterscheduler.api.Limits;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.api.SupportedInstance;

/** What is written is read again exactly, and what is not ours is refused and nothing worse. */
final class JournalProperties {
  @Property(tries = 100)
  void readEvent_ofWhatWasWritten_isEqual(@ForAll("events") InventoryEvent event) {
    String text = Journals.write(event);

    assertThat(Journals.readEvent(text)).isEqualTo(event);
    assertThat(Journals.write(Journals.readEvent(text))).isEqualTo(text);
  }

  @Property(tries = 100)
  void readExport_ofWhatWasWritten_isEqual(@ForAll("exports") InventoryExport export) {
    assertThat(Journals.readExport(Journals.write(export))).isEqualTo(export);
  }

  @Property(tries = 200)
  void readEvent_ofADamagedText_isReadOrRefused(
      @ForAll("events") InventoryEvent event, @ForAll int place, @ForAll("damage") String damage) {
    String text = Journals.write(event);
    int at = Math.floorMod(place, text.length());
    String damaged = text.substring(0, at) + damage + text.substring(at + 1);

    try {
      assertThat(Journals.readEvent(damaged)).isNotNull();
    } catch (IllegalArgumentException e) {
      assertThat(e).hasMessageMatching("(?s).+");
    }
  }

  @Provide
  Arbitrary<String> damage() {
    return Arbitraries.of(
        "", "\"", "{", "}", "[", ",", ":", "0", "-", "9999999999999", "null", "x");
  }

  @Provide
  Arbitrary<InventoryEvent> events() {
    Arbitrary<Long> sequence = Arbitraries.longs();
    return Arbitraries.oneOf(
        Combinators.combine(sequence, instants(), reports()).as(HostReported::new),
        Combinators.combine(sequence, instants(), changes()).as(OperatorChanged::new),
        Combinators.combine(sequence, instants(), claims().list().ofMaxSize(3))
            .as(ClaimsChanged::new));
  }

  @Provide
  Arbitrary<InventoryExport> exports() {
    Arbitrary<ExportedHost> hosts =
        Combinators.combine(
                Arbitraries.longs(),
                instants().injectNull(0.2),
                reports(),
                texts().list().ofMaxSize(2))
            .as(ExportedHost::new);
    return Combinators.combine(
            Arbitraries.longs(),
            instants(),
            Arbitraries.longs(),
            hosts.list().ofMaxSize(3),
            changes().list().ofMaxSize(3),
            claims().list().ofMaxSize(3))
        .as(InventoryExport::new);
  }

  private static Arbitrary<HostReport> reports() {
    Arbitrary<Map<ResourceClass, Long>> amounts = amounts();
    return Combinators.combine(keys(), texts(), instants().injectNull(0.2), amounts, amounts)
        .as(JournalProperties::identified)
        .flatMap(
            report ->
                Combinators.combine(
                        amounts,
                        ratios(),
                        Arbitraries.longs().between(-(1L << 50), 1L << 50).injectNull(0.5),
                        instances(),
                        Arbitraries.integers().between(0, 3))
                    .as(
                        (free, ratios, least, instances, number) -> {
                          free.forEach(
                              (resource, amount) -> report.free(resource, amount - (1L << 40)));
                          ratios.forEach(report::allocationRatio);
                          return report
                              .diskAvailableLeastGb(least)
                              .instances(instances)
                              .numInstances(number);
                        }))
        .flatMap(
            report ->
                Combinators.combine(
                        data(),
                        data(),
                        texts().injectNull(0.3),
                        byName(Arbitraries.longs()),
                        byName(texts()),
                        supported())
                    .as(
                        (stats, attributes, text, metrics, bookings, supported) ->
                            report
                                .stats(stats)
                                .attributes(attributes)
                                .hostIp(text)
                                .cpuInfo(text)
                                .hypervisorHostname(text)
                                .metrics(metrics)
                                .bookings(bookings)
                                .supportedInstances(supported)
                                .numIoOps(number(metrics))
                                .failedBuilds(number(metrics))
                                .hypervisorVersion(number(metrics))
                                .hypervisorType(text == null ? "" : text)
                                .initialised(text != null)
                                .build()));
  }

  private static int number(Map<String, Long> metrics) {
    return metrics.values().stream().mapToInt(value -> (int) (value & 0xffff)).sum();
  }

  private static HostReport.Builder identified(
      HostKey key,
      String boot,
      Instant seenAt,
      Map<ResourceClass, Long> totals,
      Map<ResourceClass, Long> reserved) {
    HostReport.Builder report = HostReport.builder(key).boot(boot).seenAt(seenAt);
    totals.forEach(report::total);
    reserved.forEach(report::reserved);
    return report.sequence(totals.values().stream().mapToLong(amount -> amount).sum());
  }

  private static Arbitrary<Claim> claims() {
    Arbitrary<Claim.Builder> started =
        Combinators.combine(names(), names(), keys(), Arbitraries.of(ClaimState.class))
            .as((id, instance, host, state) -> Claim.builder(id, instance, host).state(state));
    Arbitrary<Limits> limits =
        Combinators.combine(
                byName(Arbitraries.of(0.0, -0.0, 1.15, 1e300, 1.0 / 0)), byName(texts()))
            .as(Limits::new);
    return Combinators.combine(
            started,
            instants(),
            instants().injectNull(0.5),
            amounts(),
            byName(texts()),
            limits,
            texts().injectNull(0.5),
            Arbitraries.of(true, false))
        .as(
            (claim, created, expires, resources, receipts, limit, text, forced) ->
                claim
                    .createdAt(created)
                    .expiresAt(expires)
                    .resources(resources)
                    .receipts(receipts)
                    .limits(limit)
                    .groupId(text)
                    .flavorId(text)
                    .forced(forced)
                    .build());
  }

  private static Arbitrary<OperatorChange> changes() {
    Arbitrary<Aggregate> aggregates =
        Combinators.combine(
                Arbitraries.longs().between(0, Long.MAX_VALUE), texts(), byName(texts()))
            .as(Aggregate::new);
    Arbitrary<Set<String>> hosts = names().set().ofMaxSize(3);
    return Arbitraries.oneOf(
        Combinators.combine(aggregates, hosts).as(OperatorChange.AggregateSet::new),
        Arbitraries.longs().map(OperatorChange.AggregateRemoved::new),
        names().map(OperatorChange.ServiceEnabled::new),
        Combinators.combine(names(), texts().injectNull(0.3))
            .as(OperatorChange.ServiceDisabled::new),
        Combinators.combine(names(), Arbitraries.of(true, false))
            .as(OperatorChange.ServiceForcedDown::new),
        Combinators.combine(keys(), ratios()).as(OperatorChange.RatiosSet::new),
        keys().map(OperatorChange.HostRemoved::new));
  }

  private static Arbitrary<List<InstanceAllocation>> instances() {
    return Combinators.combine(names(), texts().injectNull(0.3), texts().injectNull(0.3), amounts())
        .as(InstanceAllocation::new)
        .list()
        .ofMaxSize(3)
        .uniqueElements(InstanceAllocation::instanceUuid);
  }

  private static Arbitrary<List<SupportedInstance>> supported() {
    return Combinators.combine(texts(), texts(), texts())
        .as(SupportedInstance::new)
        .list()
        .ofMaxSize(2);
  }

  /** Free data: all that JSON has, nested. */
  private static Arbitrary<Map<String, Object>> data() {
    Arbitrary<Object> leaves =
        Arbitraries.oneOf(
            texts().map(value -> (Object) value),
            Arbitraries.longs().map(value -> (Object) value),
            Arbitraries.doubles().map(value -> (Object) value),
            Arbitraries.of(0.0, -0.0, 1.0, 1e10, 1e300, Double.MIN_VALUE, (double) (1L << 53))
                .map(value -> (Object) value),
            Arbitraries.of(true, false).map(value -> (Object) value),
            Arbitraries.just((Object) null));
    Arbitrary<Object> nested =
        Arbitraries.oneOf(
            leaves,
            leaves.list().ofMaxSize(3).map(value -> (Object) value),
            map(leaves).asGeneric());
    return map(Arbitraries.oneOf(nested, map(nested).map(value -> (Object) value)));
  }

  private static Arbitrary<Map<String, Object>> map(Arbitrary<Object> values) {
    return Combinators.combine(texts().list().ofMaxSize(3), values.list().ofSize(3))
        .as(
            (keys, entries) -> {
              Map<String, Object> map = new HashMap<>();
              keys.forEach(key -> map.put(key, entries.get(map.size() % entries.size())));
              return map;
            });
  }

  private static <T> Arbitrary<Map<String, T>> byName(Arbitrary<T> values) {
    return Arbitraries.maps(texts(), values).ofMaxSize(3);
  }

  private static Arbitrary<Map<ResourceClass, Long>> amounts() {
    return Arbitraries.maps(resources(), Arbitraries.longs().between(0, 1L << 50)).ofMaxSize(3);
  }

  private static Arbitrary<Map<ResourceClass, Double>> ratios() {
    return Arbitraries.maps(resources(), Arbitraries.doubles().between(0.01, 1e6)).ofMaxSize(3);
  }

  private static Arbitrary<ResourceClass> resources() {
    return Arbitraries.of(
        ResourceClass.VCPU, ResourceClass.MEMORY_MB, new ResourceClass("CUSTOM_GPU_MILLI"));
  }

  private static Arbitrary<HostKey> keys() {
    return Combinators.combine(names(), names()).as(HostKey::new);
  }

  private static Arbitrary<Instant> instants() {
    return Combinators.combine(
            Arbitraries.longs()
                .between(
                    Instant.parse("0001-01-01T00:00:00Z").getEpochSecond(),
                    Instant.parse("9999-12-31T23:59:58Z").getEpochSecond()),
            Arbitraries.longs().between(0, 999_999_999))
        .as(Instant::ofEpochSecond);
  }

  private static Arbitrary<String> names() {
    return texts().map(text -> "n" + text);
  }

  /** Any characters: quotes, dots, line ends, and halves of pairs. */
  private static Arbitrary<String> texts() {
    return Arbitraries.oneOf(
        Arbitraries.strings().all().ofMaxLength(5),
        Arbitraries.strings().withChars("a.\"\\$#:{}[]/\n\t ${}").ofMaxLength(8),
        Arbitraries.of("", "a.b", "include", "null", "1", "\uD83D\uDE00", "\uD83D", "\u2028"));
  }
}
