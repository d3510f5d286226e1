package org.filterscheduler.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class NovaConfTextTest {
  @Test
  void of_options_areSectionsAndLines() throws Exception {
    String options =
        """
        {"ram_allocation_ratio": 1.5, "filter_scheduler.host_subset_size": 2,
         "metrics.weight_setting": ["a=1", "b=-0.5"], "metrics.required": false}
        """;

    assertThat(NovaConfText.of(Json.parse(options)))
        .isEqualTo(
            """
            [DEFAULT]
            ram_allocation_ratio = 1.5
            [filter_scheduler]
            host_subset_size = 2
            [metrics]
            weight_setting = a=1, b=-0.5
            required = False
            """);
  }

  @Test
  void of_noOptions_isEmpty() throws Exception {
    assertThat(NovaConfText.of(Json.parse("{}"))).isEmpty();
    assertThat(NovaConfText.of(Json.parse("{}").path("options"))).isEmpty();
  }
}
