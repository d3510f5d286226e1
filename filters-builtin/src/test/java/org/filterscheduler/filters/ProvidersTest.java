package org.filterscheduler.filters;

import static org.assertj.core.api.Assertions.assertThat;

import java.lang.module.ModuleFinder;
import java.lang.reflect.Modifier;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeMap;
import org.filterscheduler.api.ImageMeta;
import org.filterscheduler.spi.DescriptionCheck;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostCheck;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.OptionSpec;
import org.junit.jupiter.api.Test;

final class ProvidersTest {
  private static final FilterTraits ALSO_ON_REBUILD = new FilterTraits(true, true);
  private static final Map<String, FilterTraits> STANDARD_LIST =
      Map.of(
          "RetryFilter", FilterTraits.DEFAULT,
          "AvailabilityZoneFilter", FilterTraits.ONCE_PER_REQUEST,
          "RamFilter", FilterTraits.DEFAULT,
          "DiskFilter", FilterTraits.DEFAULT,
          "CoreFilter", FilterTraits.DEFAULT,
          "ComputeFilter", FilterTraits.ONCE_PER_REQUEST,
          "ComputeCapabilitiesFilter", FilterTraits.ONCE_PER_REQUEST,
          "ImagePropertiesFilter", ALSO_ON_REBUILD,
          "ServerGroupAntiAffinityFilter", FilterTraits.DEFAULT,
          "ServerGroupAffinityFilter", FilterTraits.DEFAULT);

  private static List<HostFilterProvider> found() {
    return ServiceLoader.load(HostFilterProvider.class).stream()
        .map(ServiceLoader.Provider::get)
        .filter(provider -> provider.getClass().getModule() == ProvidersTest.class.getModule())
        .toList();
  }

  @Test
  void services_standardList_isThereWithNovasTraits() {
    Map<String, FilterTraits> traits = new TreeMap<>();
    found().forEach(provider -> traits.put(provider.name(), provider.traits()));
    assertThat(traits).containsAllEntriesOf(STANDARD_LIST);
  }

  @Test
  void services_andModule_nameTheSameProviders() throws URISyntaxException {
    Path classes =
        Path.of(
            RamFilterProvider.class.getProtectionDomain().getCodeSource().getLocation().toURI());
    List<String> inModule =
        ModuleFinder.of(classes).findAll().stream()
            .flatMap(module -> module.descriptor().provides().stream())
            .filter(provides -> provides.service().equals(HostFilterProvider.class.getName()))
            .flatMap(provides -> provides.providers().stream())
            .toList();
    assertThat(found())
        .extracting(provider -> provider.getClass().getName())
        .containsExactlyInAnyOrderElementsOf(inModule);
  }

  @Test
  void providers_areNamedAfterTheirFilterAndOnlyTheyArePublic() {
    for (HostFilterProvider provider : found()) {
      assertThat(provider.getClass().getSimpleName()).isEqualTo(provider.name() + "Provider");
      Class<?> filter = provider.create(new TestContext()).getClass();
      assertThat(filter.getSimpleName()).isEqualTo(provider.name());
      assertThat(Modifier.isPublic(filter.getModifiers())).isFalse();
      assertThat(Modifier.isFinal(filter.getModifiers())).isTrue();
    }
  }

  @Test
  void options_defaultZone_hasNovasNameAndDefault() {
    assertThat(found())
        .flatExtracting(HostFilterProvider::options)
        .singleElement()
        .satisfies(
            option -> {
              assertThat(option.path()).isEqualTo("default-availability-zone");
              assertThat(option.type()).isEqualTo(OptionSpec.Type.TEXT);
              assertThat(option.defaultValue()).isEqualTo("nova");
              assertThat(option.novaNames()).containsExactly("DEFAULT.default_availability_zone");
              assertThat(option.description()).isNotEmpty();
            });
  }

  @Test
  void dimensions_ofAllFilters_areRecordsOfDifferentNames() {
    List<String> names =
        found().stream()
            .flatMap(provider -> provider.create(new TestContext()).dimensions().stream())
            .peek(dimension -> assertThat(dimension).isInstanceOf(Record.class))
            .map(dimension -> dimension.name())
            .toList();
    assertThat(names).doesNotHaveDuplicates().hasSizeGreaterThanOrEqualTo(6);
  }

  @Test
  void descriptionChecks_holdOnlyDeeplyImmutableValues() {
    List<HostCheck> checks =
        found().stream()
            .map(
                provider ->
                    provider
                        .create(new TestContext())
                        .prepare(
                            Hosts.asking(Map.of("capabilities:opt", "1")).toBuilder()
                                .availabilityZone("az1")
                                .image(new ImageMeta("i", Map.of("hw_vm_mode", "hvm")))
                                .build(),
                            Cluster.of()))
            .filter(DescriptionCheck.class::isInstance)
            .toList();
    assertThat(checks).hasSize(4).allSatisfy(check -> assertImmutable(check.getClass()));
  }

  private static void assertImmutable(Type type) {
    if (type instanceof ParameterizedType generic) {
      assertThat(generic.getRawType()).isIn(List.class, Set.class, Map.class);
      Arrays.stream(generic.getActualTypeArguments()).forEach(ProvidersTest::assertImmutable);
    } else if (type instanceof Class<?> simple && simple.isRecord()) {
      for (RecordComponent component : simple.getRecordComponents()) {
        assertImmutable(component.getGenericType());
      }
    } else {
      boolean plain = type == String.class || ((Class<?>) type).isPrimitive();
      assertThat(plain || ((Class<?>) type).isEnum()).as(type.getTypeName()).isTrue();
    }
  }
}
