package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.filterscheduler.api.ResourceClass.MEMORY_MB;
import static org.filterscheduler.api.ResourceClass.VCPU;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import org.filterscheduler.api.HostDescription;
import org.filterscheduler.api.HostState;
import org.filterscheduler.api.HostUsage;
import org.filterscheduler.api.Inventory;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.StateCheck;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ComputeCapabilitiesFilterTest {
  private static final HostState HOST = host(description());

  private static HostDescription.Builder description() {
    Map<String, Object> stats = new LinkedHashMap<>();
    stats.put("opt", "1");
    stats.put("hypervisor_type", "of the stats");
    stats.put("updated", "today");
    stats.put("nothing", null);
    stats.put("tree", Map.of("a", 1, "b", Map.of("c", 2.0)));
    stats.put("document", "{\"a\": 1, \"n\": null, \"s\": \"{\\\"deep\\\": true}\"}");
    return Hosts.description()
        .inventory(MEMORY_MB, new Inventory(4096, 0, 1.5))
        .inventory(VCPU, new Inventory(8, 0, 16.0))
        .hypervisorType("QEMU")
        .hypervisorVersion(2006000)
        .cpuInfo(
            "{\"vendor\": \"Intel\", \"features\": [\"aes\", \"avx2\"],"
                + " \"topology\": {\"cores\": 4}, \"flag\": true, \"ghz\": 2.0}")
        .stats(stats);
  }

  private static HostState host(HostDescription.Builder description) {
    return new HostState(
        description.build(), HostUsage.builder().used(MEMORY_MB, 1024).numInstances(3).build());
  }

  private static HostCheck check(Map<String, String> extraSpecs) {
    return new ComputeCapabilitiesFilter().prepare(Hosts.asking(extraSpecs), Cluster.of());
  }

  private static boolean passes(String key, String requirement) {
    return Judge.passes(check(Map.of(key, requirement)), HOST);
  }

  // name | extra spec | requirement | whether the host passes
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "an attribute|capabilities:hypervisor_type|QEMU|true",
        "an attribute without scope|hypervisor_type|QEMU|true",
        "another value|capabilities:hypervisor_type|KVM|false",
        "an attribute of the usage|capabilities:free_ram_mb|>= 3072|true",
        "an attribute of the usage without scope|num_instances|<= 2|false",
        "a ratio has a fraction|capabilities:ram_allocation_ratio|1.5|true",
        "a whole ratio too|capabilities:cpu_allocation_ratio|16.0|true",
        "a whole ratio is not a whole number|capabilities:cpu_allocation_ratio|16|false",
        "a count|capabilities:vcpus_total|8|true",
        "an attribute wins over the stats|capabilities:hypervisor_type|of the stats|false",
        "stats where the attribute is null|capabilities:updated|today|true",
        "stats where the attribute is null, without scope|updated|today|true",
        "an entry of the stats|capabilities:opt|1|true",
        "an entry of the stats without scope|opt|2|false",
        "stats by name|capabilities:stats:opt|1|true",
        "stats by name, missing|capabilities:stats:nope|1|false",
        "an entry of null|capabilities:nothing|None|false",
        "an entry of null without scope|nothing|None|false",
        "nested stats|capabilities:tree:b:c|2.0|true",
        "a map has Python's text|capabilities:tree:b|{'c': 2.0}|true",
        "a document without descending is raw|capabilities:document|<in> \"a\":|true",
        "a document|capabilities:document:a|1|true",
        "a null in a document|capabilities:document:n|None|false",
        "a document in a document|capabilities:document:s:deep|True|true",
        "cpu_info|capabilities:cpu_info:vendor|Intel|true",
        "cpu_info is raw at the top|cpu_info|<in> \"Intel\"|true",
        "a list has Python's text|capabilities:cpu_info:features|['aes', 'avx2']|true",
        "a list is no other text|capabilities:cpu_info:features|['aes','avx2']|false",
        "a piece of a list|capabilities:cpu_info:features|<in> avx|true",
        "all of a list|capabilities:cpu_info:features|<all-in> aes avx2|true",
        "not all of a list|capabilities:cpu_info:features|<all-in> aes vmx|false",
        "below a list|capabilities:cpu_info:features:0|aes|false",
        "deep|capabilities:cpu_info:topology:cores|= 3|true",
        "below a number|capabilities:cpu_info:topology:cores:x|1|false",
        "below a text that is no JSON|capabilities:cpu_info:vendor:x|1|false",
        "a truth|capabilities:cpu_info:flag|True|true",
        "a truth is not written so|capabilities:cpu_info:flag|true|false",
        "a float keeps its fraction|capabilities:cpu_info:ghz|2.0|true",
        "missing|capabilities:cpu_info:nope|1|false",
        "unknown with scope|capabilities:nope|1|false",
        "unknown without scope is ignored|nope|1|true",
        "unknown and senseless without scope is ignored|nope|== abc|true",
        "another scope is ignored|hw:cpu_policy|dedicated|true",
        "another case of the scope is ignored|Capabilities:opt|2|true",
        "deeper in another scope|x:capabilities:opt|2|true",
        "the scope alone is unscoped|capabilities|1|true",
        "an empty name|capabilities:|1|false",
        "an empty name in the middle|capabilities::opt|1|false",
        "an empty key is unscoped|``|1|true",
        "null without scope counts|numa_topology|None|false",
        "null with scope|capabilities:numa_topology|None|false",
        "no limits yet|capabilities:limits|{}|true",
        "a method, by accident|update|<in> HostState.update|true",
        "an empty requirement|capabilities:opt|``|false",
      })
  void check_extraSpec_isComparedWithTheHost(
      String name, String key, String requirement, boolean passes) {
    assertThat(passes(key, requirement)).as(name).isEqualTo(passes);
  }

  @Test
  void check_severalSpecs_mustAllHold() {
    assertThat(
            Judge.passes(
                check(Map.of("capabilities:opt", "1", "capabilities:free_ram_mb", ">= 1")), HOST))
        .isTrue();
    assertThat(
            Judge.passes(
                check(Map.of("capabilities:opt", "2", "capabilities:free_ram_mb", ">= 1")), HOST))
        .isFalse();
    assertThat(
            Judge.passes(
                check(Map.of("capabilities:opt", "1", "capabilities:free_ram_mb", "<= 1")), HOST))
        .isFalse();
  }

  @ParameterizedTest(name = "cpu_info [{0}]")
  @CsvSource(
      quoteCharacter = '`',
      value = {"not json", "``", "[]", "null", "\"text\"", "5", "{\"vendor\": \"Intel\"", "{}"})
  void check_belowWhatIsNoMap_isRejected(String cpuInfo) {
    HostState host = host(description().cpuInfo(cpuInfo));
    HostCheck check = check(Map.of("capabilities:cpu_info:vendor", "Intel"));
    assertThat(Judge.passes(check, host)).isFalse();
  }

  @Test
  void check_nodeThatNeverReported_hasNoStatsAndNoRatios() {
    HostState host = host(description().initialised(false));
    assertThat(Judge.passes(check(Map.of("opt", "2")), host)).isTrue();
    assertThat(Judge.passes(check(Map.of("failed_builds", "2")), host)).isTrue();
    assertThat(Judge.passes(check(Map.of("capabilities:opt", "1")), host)).isFalse();
    assertThat(Judge.passes(check(Map.of("capabilities:stats:opt", "1")), host)).isFalse();
    assertThat(Judge.passes(check(Map.of("ram_allocation_ratio", "1.5")), host)).isFalse();
    assertThat(Judge.passes(check(Map.of("num_io_ops", "0")), host)).isTrue();
  }

  @Test
  void check_furtherAttributes_areSeen() {
    HostDescription.Builder description =
        description().attributes(Map.of("rack", Map.of("row", 4), "free_ram_mb", 7));
    HostState host = host(description);
    assertThat(Judge.passes(check(Map.of("capabilities:rack:row", "4")), host)).isTrue();
    assertThat(Judge.passes(check(Map.of("free_ram_mb", "7")), host)).isTrue();
  }

  @Test
  void check_attributeOfNull_fallsBackToStats() {
    HostDescription.Builder description =
        description().attributes(Collections.singletonMap("hypervisor_type", null));
    assertThat(
            Judge.passes(
                check(Map.of("capabilities:hypervisor_type", "of the stats")), host(description)))
        .isTrue();
  }

  @Test
  void check_numberAgainstText_throwsWithTheSpec() {
    assertThatThrownBy(() -> passes("capabilities:hypervisor_type", ">= 2"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("capabilities:hypervisor_type")
        .hasMessageContaining("\"QEMU\" is no number");
    assertThatThrownBy(() -> passes("capabilities:free_ram_mb", "<or>"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("capabilities:free_ram_mb");
  }

  @Test
  void prepare_nothingForThisFilter_asksNothing() {
    assertThat(check(Map.of())).isEqualTo(HostCheck.everything());
    assertThat(check(Map.of("hw:mem_page_size", "large", "resources:CUSTOM_GPU", "1")))
        .isEqualTo(HostCheck.everything());
  }

  @Test
  void prepare_whatTheDescriptionSays_isADescriptionCheck() {
    Map<String, String> specs = Map.of("capabilities:cpu_info:vendor", "Intel", "nope", "1");
    assertThat(check(specs)).isInstanceOf(DescriptionCheck.class).isEqualTo(check(specs));
  }

  @Test
  void prepare_whatTheUsageSays_isAStateCheck() {
    assertThat(check(Map.of("capabilities:num_io_ops", "<= 3"))).isInstanceOf(StateCheck.class);
  }

  @Test
  void prepare_both_asksOnlyTheRestOfTheState() {
    HostCheck check = check(Map.of("capabilities:num_io_ops", "<= 3", "capabilities:opt", "1"));
    assertThat(check).isInstanceOf(HostCheck.All.class);
    assertThat(((HostCheck.All) check).checks())
        .satisfiesExactly(
            first -> assertThat(first).isInstanceOf(DescriptionCheck.class),
            second -> assertThat(second).isInstanceOf(StateCheck.class));
  }

  @Test
  void reason_rejected_namesSpecAndValue() {
    assertThat(Judge.rejection(check(Map.of("capabilities:opt", ">= 2")), HOST))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .hasToString(
                        "capability-mismatch [required=>= 2, spec=capabilities:opt, value=1]"));
    assertThat(Judge.rejection(check(Map.of("capabilities:nope", "1")), HOST))
        .hasValueSatisfying(
            reason ->
                assertThat(reason)
                    .hasToString("no-such-capability [required=1, spec=capabilities:nope]"));
    assertThat(Judge.rejection(check(Map.of("num_instances", "4")), HOST))
        .hasValueSatisfying(reason -> assertThat(reason.values()).containsEntry("value", "3"));
  }

  // name | the extra specs that reject | those that cannot be judged
  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "both of the description|capabilities:opt|hypervisor_type",
        "both of the description, the fault first|hypervisor_type|capabilities:opt",
        "a fault of the description|capabilities:free_ram_mb|hypervisor_type",
        "a fault of the usage|hypervisor_type|capabilities:free_ram_mb",
        "both of the usage|num_instances|capabilities:free_ram_mb"
      })
  void test_oneRejectsAndOneCannotBeJudged_rejects(String name, String rejects, String fault) {
    HostCheck check = check(Map.of(rejects, "nothing", fault, "== nothing"));

    assertThat(Judge.rejection(check, HOST))
        .hasValueSatisfying(reason -> assertThat(reason.toString()).contains(rejects));
  }

  @Test
  void test_oneCannotBeJudgedAndTheOthersPass_throwsWhateverTheirKinds() {
    HostCheck ofDescription = check(Map.of("hypervisor_type", "== x", "num_instances", ">= 0"));
    HostCheck ofUsage = check(Map.of("hypervisor_type", "QEMU", "num_instances", "== x"));

    assertThatThrownBy(() -> Judge.passes(ofDescription, HOST)).hasMessageContaining("QEMU");
    assertThatThrownBy(() -> Judge.passes(ofUsage, HOST)).hasMessageContaining("num_instances");
  }
}
