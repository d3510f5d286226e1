package org.filterscheduler.examples.replay;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.StringJoiner;

/**
 * Makes the files of the demo, the same ones each time. Its main method writes them anew:
 *
 * <pre>
 * mvn -q -Pfast -pl examples/replay -am test-compile
 * java -cp examples/replay/target/test-classes \
 *     org.filterscheduler.examples.replay.DemoGenerator \
 *     examples/replay/src/main/resources/org/filterscheduler/examples/replay
 * </pre>
 */
final class DemoGenerator {
  private static final long SEED = 20_171_130; // Pike's year and month, and no more than that
  private static final int HOSTS_PER_RACK = 10;
  private static final int REQUESTS = 3_000;
  private static final int DAY_SECONDS = 24 * 60 * 60;

  /** A zone and how many hosts it has. */
  private record Zone(String letter, int hosts) {}

  /** A kind of host: its share of a hundred, its size, and further fields. */
  private record Kind(
      String name, int share, int vcpus, double ratio, int memoryMb, int diskGb, String more) {}

  /** A flavor: its share of a thousand requests, its image, and its JSON. */
  private record Flavor(String id, int share, String image, String json) {}

  private static final List<Zone> ZONES =
      List.of(new Zone("a", 120), new Zone("b", 110), new Zone("c", 90));

  private static final String X86 = "\"supported_instances\":[[\"x86_64\",\"kvm\",\"hvm\"]]";
  private static final String ARM = "\"supported_instances\":[[\"aarch64\",\"kvm\",\"hvm\"]]";

  // spotless:off: a table
  private static final List<Kind> KINDS =
      List.of(
          new Kind("general", 60, 32, 4.0, 196_608, 2_000, X86),
          new Kind("memory", 15, 48, 2.0, 524_288, 4_000, X86),
          new Kind("ssd", 12, 24, 2.0, 131_072, 1_600, X86 + ",\"stats\":{\"disk_type\":\"ssd\"}"),
          new Kind("arm", 8, 64, 1.0, 131_072, 1_000, ARM),
          new Kind("gpu", 5, 32, 1.0, 262_144, 2_000, X86 + ",\"resources\":{\"CUSTOM_GPU\":4}"));

  private static final List<Flavor> FLAVORS =
      List.of(
          new Flavor("m1.small", 240, "ubuntu", sizes(1, 2_048, 20)),
          new Flavor("m1.medium", 220, "ubuntu", sizes(2, 4_096, 40)),
          new Flavor("m1.large", 160, "ubuntu", sizes(4, 16_384, 80)),
          new Flavor("m1.xlarge", 90, "windows", sizes(8, 32_768, 160)),
          new Flavor("r1.large", 60, "ubuntu", sizes(4, 65_536, 40)),
          new Flavor("r1.2xlarge", 25, "ubuntu", sizes(8, 131_072, 80)),
          new Flavor("s1.large", 60, "ubuntu", sizes(4, 8_192, 200) + extra("capabilities:disk_type", "ssd")),
          new Flavor("n1.large", 40, "windows", sizes(4, 8_192, 80) + extra("capabilities:hypervisor_version", ">= 2011000")),
          new Flavor("a1.large", 70, "debian-arm64", sizes(4, 8_192, 40)),
          new Flavor("g1.large", 22, "ubuntu", sizes(8, 32_768, 100) + extra("resources:CUSTOM_GPU", "1")),
          new Flavor("g1.full", 5, "ubuntu", sizes(24, 131_072, 400) + extra("resources:CUSTOM_GPU", "4")),
          new Flavor("x1.huge", 3, "ubuntu", sizes(96, 1_048_576, 200)),
          new Flavor("p1.large", 5, "aix-ppc64", sizes(4, 8_192, 80)));
  // spotless:on

  /** How busy the hours of the day are. */
  private static final int[] HOURS = {
    2, 1, 1, 1, 1, 2, 4, 7, 10, 12, 12, 11, 9, 10, 11, 11, 10, 8, 6, 5, 4, 4, 3, 2
  };

  private final Random random = new Random(SEED);
  private final List<String> groups = new ArrayList<>();

  /**
   * Writes the files.
   *
   * @param args the folder
   * @throws IOException if that fails
   */
  public static void main(String[] args) throws IOException {
    DemoGenerator generator = new DemoGenerator();
    Path folder = Path.of(args[0]);
    Files.writeString(folder.resolve(DemoCommand.HOSTS), generator.hosts());
    Files.writeString(folder.resolve(DemoCommand.REQUESTS), generator.requests());
  }

  /** Makes the hosts; to be called first, since both files come from one sequence of draws. */
  String hosts() {
    StringJoiner hosts = new StringJoiner(",\n", "{\"hosts\":[\n", "\n],\n\"aggregates\":[\n");
    StringJoiner aggregates = new StringJoiner(",\n", "", "\n]}\n");
    int id = 0;
    for (Zone zone : ZONES) {
      List<String> names = new ArrayList<>();
      for (int i = 0; i < zone.hosts(); i++) {
        String name = "%s-r%02d-%02d".formatted(zone.letter(), rack(i), i % HOSTS_PER_RACK + 1);
        names.add(name);
        hosts.add(host(name));
      }
      aggregates.add(aggregate(++id, "availability_zone", "zone-" + zone.letter(), names));
      for (int i = 0; i < zone.hosts(); i += HOSTS_PER_RACK) {
        List<String> inRack = names.subList(i, i + HOSTS_PER_RACK);
        aggregates.add(
            aggregate(++id, "rack", "%s-r%02d".formatted(zone.letter(), rack(i)), inRack));
      }
    }
    return hosts.toString() + aggregates;
  }

  /** Makes the requests. */
  String requests() {
    StringJoiner flavors = new StringJoiner(",\n", "{\"flavors\":[\n", "\n],\n");
    FLAVORS.forEach(f -> flavors.add("{\"id\":\"" + f.id() + "\"," + f.json() + "}"));
    int[] arrivals = random.ints(REQUESTS, 0, 1).toArray();
    for (int i = 0; i < REQUESTS; i++) {
      arrivals[i] = arrival();
    }
    java.util.Arrays.sort(arrivals);
    StringJoiner requests = new StringJoiner(",\n", "\"requests\":[\n", "\n]}\n");
    for (int i = 0; i < REQUESTS; i++) {
      requests.add(request(i + 1, arrivals[i]));
    }
    return flavors
        + "\"images\":[\n"
        + image("ubuntu", "x86_64")
        + ",\n"
        + image("windows", "x86_64")
        + ",\n"
        + image("debian-arm64", "aarch64")
        + ",\n"
        + image("aix-ppc64", "ppc64")
        + "\n],\n\"groups\":[\n"
        + String.join(",\n", groups)
        + "\n],\n"
        + requests;
  }

  private static int rack(int index) {
    return index / HOSTS_PER_RACK + 1;
  }

  private String host(String name) {
    Kind kind = kind();
    String service = service();
    // a host out of service keeps what it has, and would else be the emptiest at the end
    double full = service.isEmpty() ? 0.30 + 0.45 * random.nextDouble() : 0.95;
    StringBuilder json = new StringBuilder("{\"host\":\"" + name + "\"");
    json.append(",\"vcpus\":").append(kind.vcpus());
    json.append(",\"memory_mb\":").append(kind.memoryMb());
    json.append(",\"disk_gb\":").append(kind.diskGb());
    json.append(",\"vcpus_used\":").append((int) (kind.vcpus() * kind.ratio() * full));
    json.append(",\"memory_mb_used\":").append((int) (kind.memoryMb() * full) / 1024 * 1024);
    json.append(",\"disk_gb_used\":").append((int) (kind.diskGb() * full * 0.6));
    json.append(",\"memory_mb_reserved\":4096");
    json.append(",\"cpu_allocation_ratio\":").append(kind.ratio());
    json.append(",\"ram_allocation_ratio\":1.0");
    json.append(",\"hypervisor_type\":\"QEMU\",\"hypervisor_version\":");
    json.append(random.nextInt(4) == 0 ? 2_008_000 : 2_011_001);
    json.append(',').append(kind.more());
    return json.append(service).append('}').toString();
  }

  private Kind kind() {
    int left = random.nextInt(100);
    for (Kind kind : KINDS) {
      left -= kind.share();
      if (left < 0) {
        return kind;
      }
    }
    throw new AssertionError("the shares add up to 100");
  }

  private String service() {
    int draw = random.nextInt(100);
    if (draw < 2) {
      return ",\"disabled\":true,\"disabled_reason\":\"new firmware\"";
    }
    return draw < 3 ? ",\"forced_down\":true" : "";
  }

  private static String aggregate(int id, String key, String value, List<String> hosts) {
    return "{\"id\":%d,\"name\":\"%s\",\"metadata\":{\"%s\":\"%s\"},\"hosts\":[\"%s\"]}"
        .formatted(id, value, key, value, String.join("\",\"", hosts));
  }

  private int arrival() {
    int all = java.util.Arrays.stream(HOURS).sum();
    int left = random.nextInt(all);
    int hour = 0;
    while (left >= HOURS[hour]) {
      left -= HOURS[hour++];
    }
    return hour * 3_600 + random.nextInt(3_600);
  }

  private String request(int number, int arrives) {
    Flavor flavor = flavor();
    StringBuilder json = new StringBuilder("{\"id\":\"r%04d\"".formatted(number));
    json.append(",\"arrives\":").append(arrives);
    int departs = departure(arrives);
    if (departs < DAY_SECONDS) {
      json.append(",\"departs\":").append(departs);
    }
    json.append(",\"flavor\":\"").append(flavor.id());
    json.append("\",\"image\":\"").append(flavor.image()).append('"');
    int draw = random.nextInt(1_000);
    if (draw < 400) {
      json.append(",\"availability_zone\":\"zone-").append("abc".charAt(draw % 3)).append('"');
    } else if (draw < 404) {
      json.append(",\"availability_zone\":\"zone-d\""); // there is none
    }
    return json.append(group()).append('}').toString();
  }

  private Flavor flavor() {
    int left = random.nextInt(1_000);
    for (Flavor flavor : FLAVORS) {
      left -= flavor.share();
      if (left < 0) {
        return flavor;
      }
    }
    throw new AssertionError("the shares add up to 1000");
  }

  /** Most instances stay; the others do so for three hours on average. */
  private int departure(int arrives) {
    double hours = -3 * StrictMath.log(1 - random.nextDouble());
    return random.nextInt(100) < 55 ? DAY_SECONDS : arrives + 600 + (int) (3_600 * hours);
  }

  /** Every eighth request is for several instances, most of these in a server group. */
  private String group() {
    if (random.nextInt(8) != 0) {
      return "";
    }
    int instances = 2 + random.nextInt(4);
    String policy =
        switch (random.nextInt(6)) {
          case 0 -> "anti-affinity";
          case 1 -> "affinity";
          case 2 -> "soft-anti-affinity";
          case 3 -> "soft-affinity";
          case 4 -> "rack-anti-affinity";
          default -> "";
        };
    if (policy.equals("rack-anti-affinity") && random.nextInt(6) == 0) {
      instances = 34; // there are 32 racks
    }
    String several = ",\"instances\":" + instances;
    if (policy.isEmpty()) {
      return several;
    }
    String id = "g%03d".formatted(groups.size() + 1);
    groups.add("{\"id\":\"%s\",\"policies\":[\"%s\"]}".formatted(id, policy));
    return several + ",\"group\":\"" + id + "\"";
  }

  private static String image(String id, String architecture) {
    return "{\"id\":\"%s\",\"properties\":{\"hw_architecture\":\"%s\"}}"
        .formatted(id, architecture);
  }

  private static String sizes(int vcpus, int memoryMb, int rootGb) {
    return String.format(
        Locale.ROOT, "\"vcpus\":%d,\"memory_mb\":%d,\"root_gb\":%d", vcpus, memoryMb, rootGb);
  }

  private static String extra(String key, String value) {
    return ",\"extra_specs\":{\"" + key + "\":\"" + value + "\"}";
  }
}
