package org.filterscheduler.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The judges must see a wrong answer: each case here is right, or wrong in one place. */
final class JudgeTest {
  private static final String FILTER =
      """
      {"id": "f", "kind": "filter", "name": "RamFilter",
       "host": {"host": "h", "total_ram_mb": 100, "free_ram_mb": 50, "ram_allocation_ratio": 1.5},
       "request": {"flavor": {"memory_mb": 100}}, "expect": EXPECT}
      """;
  private static final String WEIGHER =
      """
      {"id": "w", "kind": "weigher", "name": "RAM", "weighers": ["RAMWeigher"], "request": {},
       "hosts": [{"host": "a", "free_ram_mb": 1}, {"host": "b", "free_ram_mb": 4},
                 {"host": "c", "free_ram_mb": 1}],
       "expect": EXPECT}
      """;
  private static final String SCHEDULE =
      """
      {"id": "s", "kind": "schedule", "name": "RAM", "filters": ["RamFilter"],
       "weighers": ["RAMWeigher"],
       "hosts": [{"host": "a", "total_ram_mb": 10, "free_ram_mb": 10},
                 {"host": "b", "total_ram_mb": 10, "free_ram_mb": 9},
                 {"host": "c", "total_ram_mb": 10, "free_ram_mb": 10, "service": null}],
       "request": {"num_instances": INSTANCES, "flavor": {"memory_mb": 6}}, "expect": EXPECT}
      """;

  private static Outcome judge(String text, String expect) throws Exception {
    ConformanceCase test = new ConformanceCase(Json.parse(text.replace("EXPECT", expect)));
    return Judge.any(test, Mode.PIKE);
  }

  private static Outcome schedule(int instances, String expect) throws Exception {
    return judge(SCHEDULE.replace("INSTANCES", String.valueOf(instances)), expect);
  }

  @Test
  void filter_rightExpectation_agrees() throws Exception {
    Outcome outcome = judge(FILTER, "{\"pass\": true, \"limits\": {\"memory_mb\": 150.0}}");

    assertThat(outcome.differences()).isEmpty();
  }

  @ParameterizedTest(name = "{0}")
  @ValueSource(
      strings = {
        "{\"pass\": false, \"limits\": {\"memory_mb\": 150.0}}",
        "{\"pass\": true}",
        "{\"pass\": true, \"limits\": {\"memory_mb\": 150.00000001}}",
        "{\"pass\": true, \"limits\": {\"memory_mb\": 150.0, \"vcpu\": 1.0}}",
        "{\"error\": \"SomeError\"}"
      })
  void filter_wrongExpectation_differs(String expect) throws Exception {
    assertThat(judge(FILTER, expect).differences()).hasSize(1);
  }

  @Test
  void filter_badImage_isAnErrorWhateverFilterRuns() throws Exception {
    String bad = "{\"image\": {\"properties\": {\"hw_cpu_cores\": \"four\"}}, \"flavor\"";
    String test = FILTER.replace("{\"flavor\"", bad);

    assertThat(judge(test, "{\"error\": \"ValueError\"}").differences()).isEmpty();
    assertThat(judge(test, "{\"pass\": true}").differences()).hasSize(1);
  }

  @Test
  void filter_amountsOfPlacement_areNotAsked() throws Exception {
    String specs = "{\"extra_specs\": {\"resources:VCPU\": \"8\"}, \"memory_mb\"";
    String test = FILTER.replace("{\"memory_mb\"", specs);

    assertThat(judge(test, "{\"pass\": true, \"limits\": {\"memory_mb\": 150.0}}").differences())
        .isEmpty();
  }

  private static String weights(String raw, String normalized, String weights, String order) {
    return ("{\"weighers\": [{\"name\": \"RAMWeigher\", \"multiplier\": 1.0, \"raw\": %s,"
            + " \"min\": 0, \"max\": 4, \"normalized\": %s}], \"weights\": %s, \"order\": %s,"
            + " \"ties\": [[0, 2]]}")
        .formatted(raw, normalized, weights, order);
  }

  @Test
  void weigher_rightExpectation_agreesWhateverTheOrderOfTies() throws Exception {
    String theOne = weights("[1, 4, 1]", "[0.25, 1, 0.25]", "[0.25, 1.0, 0.25]", "[1, 0, 2]");
    String theOther = weights("[1, 4, 1]", "[0.25, 1, 0.25]", "[0.25, 1.0, 0.25]", "[1, 2, 0]");

    assertThat(judge(WEIGHER, theOne).differences()).isEmpty();
    assertThat(judge(WEIGHER, theOther).differences()).isEmpty();
  }

  @Test
  void weigher_wrongExpectation_differs() throws Exception {
    String raw = weights("[1, 5, 1]", "[0.25, 1, 0.25]", "[0.25, 1.0, 0.25]", "[1, 0, 2]");
    String normalized = weights("[1, 4, 1]", "[0.5, 1, 0.25]", "[0.25, 1, 0.25]", "[1, 0, 2]");
    String weight = weights("[1, 4, 1]", "[0.25, 1, 0.25]", "[0.25, 1.1, 0.25]", "[1, 0, 2]");
    String order = weights("[1, 4, 1]", "[0.25, 1, 0.25]", "[0.25, 1.0, 0.25]", "[0, 1, 2]");

    assertThat(judge(WEIGHER, raw).differences()).hasSize(1);
    assertThat(judge(WEIGHER, normalized).differences()).hasSize(1);
    assertThat(judge(WEIGHER, weight).differences()).hasSize(1);
    assertThat(judge(WEIGHER, order).differences()).hasSize(1);
    assertThat(judge(WEIGHER, "{\"error\": \"x\"}").differences()).hasSize(1);
    assertThat(judge(WEIGHER, "{\"weighers\": [], \"weights\": [], \"order\": []}").differences())
        .isNotEmpty();
  }

  private static String placed(String last, int left) {
    return ("{\"result\": \"ok\", \"chosen\": [[\"a\", \"a\"], [\"b\", \"b\"]],"
            + " \"acceptable\": [[[\"a\", \"a\"]], [[\"%s\", \"%s\"]]],"
            + " \"limits\": [{\"memory_mb\": 15.0}, {\"memory_mb\": 15.0}],"
            + " \"steps\": [{\"start\": 2, \"filters\": [[\"RamFilter\", 2]], \"weighed\": 2,"
            + " \"chosen\": [\"a\", \"a\"]},"
            + " {\"start\": 2, \"filters\": [[\"RamFilter\", %d]], \"weighed\": 2}]}")
        .formatted(last, last, left);
  }

  @Test
  void schedule_rightExpectation_agrees() throws Exception {
    assertThat(schedule(2, placed("b", 2)).differences()).isEmpty();
  }

  @Test
  void schedule_wrongExpectation_differs() throws Exception {
    assertThat(schedule(2, placed("a", 2)).differences()).hasSize(1);
    assertThat(schedule(2, placed("b", 1)).differences()).hasSize(1);
    assertThat(schedule(1, placed("b", 2)).differences()).isNotEmpty();
  }

  @Test
  void schedule_withoutFilters_mayCountTheHostsOrNot() throws Exception {
    String test = SCHEDULE.replace("INSTANCES", "1").replace("[\"RamFilter\"]", "[]");
    String expect =
        "{\"result\": \"ok\", \"chosen\": [[\"a\", \"a\"]], \"acceptable\": [[[\"a\", \"a\"]]],"
            + " \"limits\": [{}], \"steps\": [{\"start\": START, \"filters\": [], \"weighed\": 2}]}";

    assertThat(judge(test, expect.replace("START", "2")).differences()).isEmpty();
    assertThat(judge(test, expect.replace("START", "null")).differences()).isEmpty();
    assertThat(judge(test, expect.replace("START", "3")).differences()).hasSize(1);
  }

  @Test
  void schedule_rangesForgotten_isComparedWithThatAnswer() throws Exception {
    String sticky = placed("c", 2);
    String fresh =
        sticky.replace(
            "\"steps\"",
            "\"chosen_fresh_range\": [[\"a\", \"a\"], [\"LAST\", \"LAST\"]], \"steps\"");
    String steps = sticky.substring(sticky.indexOf("\"steps\""), sticky.length() - 1);
    String tie =
        fresh
            .replace("LAST", "c")
            .replace(steps, steps + ", " + steps.replaceFirst("steps", "steps_fresh_range"));

    assertThat(schedule(2, fresh.replace("LAST", "b")).differences()).isEmpty();
    assertThat(schedule(2, fresh.replace("LAST", "c")).differences()).hasSize(1);
    assertThat(schedule(2, tie).differences()).isEmpty();
  }

  @Test
  void schedule_error_agreesOnlyWithAnError() throws Exception {
    String image = "\"image\": {\"properties\": {\"hw_vm_mode\": \"\"}}, \"flavor\"";
    String test = SCHEDULE.replace("INSTANCES", "1").replace("\"flavor\"", image);

    assertThat(judge(test, "{\"error\": \"ValueError\"}").differences()).isEmpty();
    assertThat(judge(test, placed("b", 2)).differences()).hasSize(1);
    assertThat(schedule(1, "{\"error\": \"ValueError\"}").differences()).hasSize(1);
  }

  @Test
  void schedule_refused_givesTheStepsOfTheInstancesBefore() throws Exception {
    Outcome outcome = schedule(5, "{\"result\": \"NoValidHost\", \"steps\": []}");

    assertThat(outcome.answer().path("result").asText()).isEqualTo("NoValidHost");
    assertThat(outcome.answer().path("steps")).hasSize(5);
    assertThat(outcome.answer().path("steps").path(4).path("weighed").asInt()).isZero();
    assertThat(outcome.differences()).hasSize(1);
  }
}
