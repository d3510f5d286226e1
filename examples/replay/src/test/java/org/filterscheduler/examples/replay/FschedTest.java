package org.filterscheduler.examples.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import org.filterscheduler.api.FilterScheduler;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.RequestSpec;
import org.filterscheduler.api.ResourceClass;
import org.filterscheduler.core.Journals;
import org.filterscheduler.core.Schedulers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The commands on the samples, from their arguments to what they print. */
final class FschedTest {
  private static final String HOSTS = "--hosts=samples/hosts.conf";
  private static final String REQUESTS = "--requests=samples/requests.conf";
  private static final String NODES = "--nodes=samples/nodes.csv";
  private static final String PODS = "--pods=samples/pods.csv";

  @TempDir private Path folder;

  @Test
  void place_samples_printsHostsAndRefusals() {
    ToolRun run = ToolRun.of("place", HOSTS, REQUESTS);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out().lines())
        .anySatisfy(line -> assertThat(line).matches("web +web-0 +n1 +2\\.0000"))
        .anySatisfy(line -> assertThat(line).matches("web +web-1 +n2 +0\\.0000"))
        .anySatisfy(line -> assertThat(line).startsWith("more-web").contains("no host"))
        .contains("4 of 7 requests placed, 3 refused.");
    assertThat(run.err()).isEmpty();
  }

  @Test
  void place_nothingRefused_exitsWithZero() throws IOException {
    Path requests =
        write("one.json", "{\"requests\":[{\"id\":\"a\",\"flavor\":{\"id\":\"f\",\"vcpus\":1}}]}");

    ToolRun run = ToolRun.of("place", HOSTS, "--requests=" + requests);

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("1 of 1 requests placed, 0 refused.");
  }

  @Test
  void place_withTimes_letsRequestsLeave() throws IOException {
    Path requests =
        write(
            "times.conf",
            """
            templates.big { id = big, vcpus = 8, memory_mb = 65536 }
            requests = [
              { id = late, flavor = ${templates.big}, image { id = x86, properties { hw_architecture = x86_64 } }, availability_zone = south, arrives = 30 }
              { id = first, flavor = ${templates.big}, availability_zone = south, arrives = 0, departs = 30 }
              { id = second, flavor = ${templates.big}, availability_zone = south, arrives = 10 }
              { id = third, flavor = ${templates.big}, availability_zone = south, arrives = 20 }
              { id = fourth, flavor = ${templates.big}, availability_zone = south, arrives = 20 }
            ]
            """);

    ToolRun run = ToolRun.of("place", HOSTS, "--requests=" + requests);

    assertThat(run.out().lines().skip(1).limit(5).map(line -> line.replaceAll(" +", " ").strip()))
        .satisfiesExactly(
            line -> assertThat(line).startsWith("first first s1"),
            line -> assertThat(line).startsWith("second second s1"),
            line -> assertThat(line).startsWith("third third s2"),
            line -> assertThat(line).startsWith("fourth fourth - -"),
            line -> assertThat(line).startsWith("late late s1"));
  }

  @Test
  void place_exportOfAnInventory_goesOnFromThere() throws IOException {
    Path export = write("export.json", exportOfOneFullAndOneEmptyHost());
    Path requests =
        write("two.conf", "requests = [{ id = r, instances = 2, flavor { id = f, vcpus = 4 } }]");

    ToolRun run = ToolRun.of("place", "--hosts=" + export, "--requests=" + requests);

    assertThat(run.out()).containsPattern("r-0 +empty ").containsPattern("r-1 +empty ");
    assertThat(run.exitCode()).isZero();
  }

  @Test
  void place_tornExport_isBadInput() throws IOException {
    String export = exportOfOneFullAndOneEmptyHost().replace("\"totals\"", "\"total\"");
    Path file = write("export.json", export);

    ToolRun run = ToolRun.of("place", "--hosts=" + file, REQUESTS);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).startsWith("fsched: " + file + ": ").contains("total");
  }

  private static String exportOfOneFullAndOneEmptyHost() {
    FilterScheduler scheduler =
        Schedulers.builder().clock(InstantSource.fixed(Instant.ofEpochSecond(1_000))).build();
    for (String name : List.of("full", "empty", "silent")) {
      HostReport.Builder report =
          HostReport.builder(HostKey.of(name))
              .total(ResourceClass.VCPU, 4)
              .allocationRatio(ResourceClass.VCPU, 2.0);
      Instant seen = Instant.ofEpochSecond(name.equals("silent") ? 0 : 1_000);
      scheduler.inventory().report(report.seenAt(seen).build());
    }
    Flavor flavor = Flavor.builder("f").vcpus(4).build();
    RequestSpec.Builder request = RequestSpec.builder(flavor).forceHosts(List.of("full"));
    scheduler.select(request.instanceUuid("i1").build());
    scheduler.select(request.instanceUuid("i2").build());
    return Journals.write(scheduler.inventory().export());
  }

  @Test
  void place_asJson_isJson() throws IOException {
    JsonNode result = json(ToolRun.of("place", HOSTS, REQUESTS, "--json"));

    assertThat(result.get("placed").asInt()).isEqualTo(4);
    assertThat(result.get("placements").get(0).get("host").asText()).isEqualTo("n1");
    assertThat(result.get("placements").get(4).get("refusal").get("step").asText())
        .isEqualTo("ServerGroupAntiAffinityFilter");
  }

  @Test
  void place_novaConf_replacesThePolicy() {
    ToolRun run = ToolRun.of("place", HOSTS, REQUESTS, "--config=samples/nova.conf");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("5 of 7 requests placed, 2 refused.");
  }

  @Test
  void explain_refused_saysWhatWouldHelp() {
    ToolRun run = ToolRun.of("explain", HOSTS, REQUESTS, "--request=more-web");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("ServerGroupAntiAffinityFilter left none of 6 hosts (group-member-on-host)")
        .contains("  n1    .  .  .  .  .  .  .  .  x  .  group-member-on-host")
        .contains("n3 would pass if its service were enabled (new firmware)")
        .contains("in any zone, not only in north: 2 hosts would pass, s1 first")
        .contains("outside the server group web [anti-affinity]: 2 hosts would pass, n1 first");
  }

  @Test
  void explain_lackOfAnAmount_saysHowMuch() {
    ToolRun run = ToolRun.of("explain", HOSTS, REQUESTS, "--request=too-many");

    assertThat(run.out())
        .contains("s2 would pass if it had 1 CUSTOM_LICENSE more (resources)")
        .contains("without the extra spec resources:CUSTOM_LICENSE = 1: ");
  }

  @Test
  void explain_placed_printsTheWeights() {
    ToolRun run = ToolRun.of("explain", HOSTS, REQUESTS, "--request=db");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("Scheduled [db -> s1]")
        .contains("s1    2.0000  1 x 1.0000 (131,072)  1 x 1.0000 (2,048,000)");
  }

  @Test
  void explain_alone_leavesOutTheRequestsBefore() {
    ToolRun run = ToolRun.of("explain", HOSTS, REQUESTS, "--request=more-web", "--alone");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("Scheduled [more-web -> n1]");
  }

  @Test
  void explain_laterInstanceRefused_explainsThatOne() throws IOException {
    Path requests =
        write(
            "three.conf",
            """
            requests = [{
              id = three, instances = 3, availability_zone = north
              flavor { id = f, vcpus = 1 }
              group { id = g, policies = [anti-affinity] }
            }]
            """);

    ToolRun run = ToolRun.of("explain", HOSTS, "--requests=" + requests, "--request=three");

    assertThat(run.out())
        .contains("No valid host for instance three-2: ")
        .contains("n1 would pass if it had no member of the server group");
  }

  @Test
  void explain_asJson_isJson() throws IOException {
    JsonNode result = json(ToolRun.of("explain", HOSTS, REQUESTS, "--request=more-web", "--json"));

    assertThat(result.get("placed").asBoolean()).isFalse();
    assertThat(result.get("explanation").get("verdicts")).hasSize(6);
    assertThat(result.get("what_if").get(0).get("hosts").asInt()).isEqualTo(2);
  }

  @Test
  void explain_unknownRequest_isBadUsage() {
    ToolRun run = ToolRun.of("explain", HOSTS, REQUESTS, "--request=nobody");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("\"nobody\" must be the id of one of the 7 requests");
  }

  @Test
  void replay_samples_printsTheSameHashEachTime() {
    ToolRun first = ToolRun.of("replay", NODES, PODS);
    ToolRun second = ToolRun.of("replay", NODES, PODS);

    assertThat(first.exitCode()).isEqualTo(1);
    assertThat(first.out())
        .contains("no host was above its capacity at any time")
        .contains("cards are not packed")
        .containsPattern("1 +GpuModelFilter +gpu-model +p4");
    assertThat(lines(first, "hash")).isEqualTo(lines(second, "hash")).isNotEmpty();
  }

  @Test
  void replay_asJson_isJson() throws IOException {
    JsonNode result = json(ToolRun.of("replay", NODES, PODS, "--json"));

    assertThat(result.get("placed").asInt() + result.get("refused").asInt()).isEqualTo(9);
    assertThat(result.get("violations")).isEmpty();
    assertThat(result.get("placements_sha256").asText()).hasSize(64);
  }

  @Test
  void replay_withRatios_placesMore() throws IOException {
    Path config = write("ratios.conf", "filter-scheduler { cpu-allocation-ratio = 2.0 }");

    ToolRun run = ToolRun.of("replay", NODES, PODS, "--config=" + config);

    assertThat(run.out()).contains("no host was above its capacity").contains("40,000");
  }

  @Test
  void demo_bundledDay_printsASummary() throws IOException {
    ToolRun run = ToolRun.of("demo", "--save=" + folder);

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .contains("A day of 3,000 requests on 320 hosts in 3 zones: ")
        .contains("NO HOST LEFT BY")
        .containsPattern("zone-a +120 +VCPU +\\[#+\\.*]")
        .contains("FULLEST HOSTS")
        .contains(" decisions/s: 3,000 decisions in ");
    assertThat(run.err()).isEmpty();
    assertThat(Files.readString(folder.resolve("demo-hosts.json")))
        .isEqualTo(DemoCommand.resource(DemoCommand.HOSTS));
  }

  /** All but the last line, which tells how fast a machine is. */
  @Test
  void readme_outputs_areThoseOfTheCommands() throws IOException {
    String readme = Files.readString(Path.of("../../README.md"));
    String demo = ToolRun.of("demo").out().stripTrailing();
    String explanation = ToolRun.of("explain", HOSTS, REQUESTS, "--request=more-web").out();

    assertThat(readme)
        .contains(demo.substring(0, demo.lastIndexOf('\n')))
        .contains(explanation.strip());
  }

  @Test
  void noCommand_isBadUsage_saidOnce() {
    ToolRun run = ToolRun.of();

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().lines().filter(line -> line.startsWith("Usage:"))).hasSize(1);
  }

  @Test
  void filters_noArguments_listsPlugInsAndOptions() {
    ToolRun run = ToolRun.of("filters");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .containsPattern("RamFilter +3 +for each instance, not on rebuild")
        .containsPattern("GpuModelFilter +- +once per request")
        .containsPattern("RAMWeigher +1 ")
        .containsPattern("license-filter.keep-free +0 +0 or more +LicenseFilter");
  }

  @Test
  void filters_asJson_isJson() throws IOException {
    JsonNode filters = json(ToolRun.of("filters", "--json")).get("filters");

    assertThat(filters.findValuesAsText("name")).contains("CoreFilter", "RackAntiAffinityFilter");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "plaice", "place", "place --hosts", "filters --colour", "explain x"})
  void anyCommand_badUsage_exitsWithTwo(String arguments) {
    ToolRun run = ToolRun.of(arguments.isEmpty() ? new String[0] : arguments.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.out()).isEmpty();
    assertThat(run.err()).isNotBlank().doesNotContain("\tat ");
  }

  @ParameterizedTest
  @CsvSource({"demo", "place", "explain", "replay", "filters"})
  void everyCommand_help_exitsWithZero(String command) {
    ToolRun run = ToolRun.of(command, "--help");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("--json").contains("--verbose").contains("--config");
  }

  @Test
  void anyCommand_badConfiguration_namesAllThatIsWrong() throws IOException {
    Path config =
        write(
            "bad.conf",
            "filter-scheduler { enabled-filters = [RamFliter], ram-allocation-ratio = -1 }");

    ToolRun run = ToolRun.of("place", HOSTS, REQUESTS, "--config=" + config);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err())
        .contains("RamFliter")
        .contains("RamFilter")
        .contains("ram-allocation-ratio")
        .doesNotContain("\tat ");
  }

  @Test
  void anyCommand_verbose_saysWhereItWasThrown() {
    ToolRun run = ToolRun.of("place", "--hosts=nowhere.json", REQUESTS, "--verbose");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("nowhere.json: there is no such file.").contains("\tat ");
  }

  private Path write(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name), text);
  }

  private static String lines(ToolRun run, String beginning) {
    return String.join("\n", run.out().lines().filter(l -> l.startsWith(beginning)).toList());
  }

  private static JsonNode json(ToolRun run) throws IOException {
    return new ObjectMapper().readTree(run.out());
  }
}
