package org.filterscheduler.weighers;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.lang.module.ModuleDescriptor;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.List;
import java.util.ServiceLoader;
import org.filterscheduler.spi.HostWeigherProvider;
import org.filterscheduler.spi.OptionSpec;
import org.junit.jupiter.api.Test;

final class DiscoveryTest {
  private static final ServiceLoader<HostWeigherProvider> FOUND =
      ServiceLoader.load(HostWeigherProvider.class);

  @Test
  void serviceLoader_onTheClassPath_findsNovasWeighers() {
    assertThat(FOUND.stream().map(provider -> provider.get().name()))
        .containsExactlyInAnyOrder(
            "RAMWeigher",
            "DiskWeigher",
            "IoOpsWeigher",
            "MetricsWeigher",
            "PCIWeigher",
            "ServerGroupSoftAffinityWeigher",
            "ServerGroupSoftAntiAffinityWeigher",
            "BuildFailureWeigher");
  }

  @Test
  void moduleInfo_andServicesFile_agree() throws Exception {
    List<String> onTheClassPath =
        FOUND.stream().map(provider -> provider.type().getName()).toList();

    assertThat(moduleDescriptor().provides())
        .singleElement()
        .satisfies(
            provides -> {
              assertThat(provides.service()).isEqualTo(HostWeigherProvider.class.getName());
              assertThat(provides.providers()).containsExactlyElementsOf(onTheClassPath);
            });
  }

  @Test
  void options_ofAllWeighers_haveDistinctPathsDescriptionsAndNovasNames() {
    List<OptionSpec<?>> options =
        FOUND.stream().flatMap(provider -> provider.get().options().stream()).toList();

    assertThat(options).extracting(OptionSpec::path).doesNotHaveDuplicates();
    assertThat(options)
        .allSatisfy(
            option -> {
              assertThat(option.description()).endsWith(".");
              assertThat(option.novaNames()).isNotEmpty();
            });
  }

  @Test
  void options_novaNames_areThePresentOneThenTheOldOne() {
    assertThat(RamWeigherProvider.MULTIPLIER.novaNames())
        .containsExactly("filter_scheduler.ram_weight_multiplier", "DEFAULT.ram_weight_multiplier");
    assertThat(BuildFailureWeigherProvider.MULTIPLIER.novaNames())
        .containsExactly("filter_scheduler.build_failure_weight_multiplier");
  }

  private static ModuleDescriptor moduleDescriptor() throws IOException, URISyntaxException {
    URI classes =
        RamWeigherProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI();
    try (InputStream in = classes.resolve("module-info.class").toURL().openStream()) {
      return ModuleDescriptor.read(in);
    }
  }
}
