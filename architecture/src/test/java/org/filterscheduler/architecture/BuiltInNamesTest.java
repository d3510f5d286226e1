package org.filterscheduler.architecture;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.HostWeigherProvider;
import org.junit.jupiter.api.Test;

/**
 * The engine must treat the built-in plug-ins like anyone else's, so it cannot know their names.
 * The one place where it may say them is {@code reference.conf}: the default lists are data.
 */
final class BuiltInNamesTest {
  private static final Pattern WORD = Pattern.compile("\\w+");
  private static final Set<String> MAY_NAME_THEM = Set.of("reference.conf");

  @Test
  void strings_ofCoreClasses_nameNoBuiltIn() throws IOException {
    Set<String> names = builtInNames();
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : coreFiles(".class").entrySet()) {
      for (String constant : ClassConstants.strings(file.getValue())) {
        report(file.getKey(), constant, names, found);
      }
    }
    assertThat(found).as("strings of scheduler-core that name a built-in").isEmpty();
  }

  @Test
  void resources_ofCore_nameNoBuiltIn() throws IOException {
    Set<String> names = builtInNames();
    List<String> found = new ArrayList<>();
    for (Map.Entry<String, byte[]> file : coreFiles("").entrySet()) {
      boolean isData = file.getKey().startsWith("META-INF") || file.getKey().endsWith(".class");
      if (!isData && !MAY_NAME_THEM.contains(file.getKey())) {
        report(file.getKey(), new String(file.getValue(), UTF_8), names, found);
      }
    }
    assertThat(found).as("resources of scheduler-core that name a built-in").isEmpty();
  }

  @Test
  void strings_ofThisClass_areRead() throws IOException {
    String file = "org/filterscheduler/architecture/BuiltInNamesTest.class";
    byte[] self = ModuleFiles.around(file).getOrDefault(file, new byte[0]);

    assertThat(ClassConstants.strings(self)).contains(file);
  }

  private static Map<String, byte[]> coreFiles(String suffix) throws IOException {
    return ModuleFiles.around("org/filterscheduler/core/package-info.class").entrySet().stream()
        .filter(file -> file.getKey().endsWith(suffix))
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
  }

  private static void report(String file, String text, Set<String> names, List<String> found) {
    WORD.matcher(text)
        .results()
        .map(word -> word.group())
        .filter(names::contains)
        .forEach(name -> found.add(file + ": " + name));
  }

  private static Set<String> builtInNames() {
    Stream<String> filters =
        ServiceLoader.load(HostFilterProvider.class).stream()
            .map(provider -> provider.get().name());
    Stream<String> weighers =
        ServiceLoader.load(HostWeigherProvider.class).stream()
            .map(provider -> provider.get().name());
    return Stream.concat(filters, weighers).collect(Collectors.toCollection(TreeSet::new));
  }
}
