package org.filterscheduler.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.filterscheduler.core.PluginInfo.Role;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;
import org.filterscheduler.spi.ResourceBooking;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class PluginsTest {
  private static final String SERVICE = "META-INF/services/" + HostFilterProvider.class.getName();

  @TempDir Path folder;

  @Test
  void load_missingClassBetweenGoodOnes_namesItAndFindsTheOthers() throws IOException {
    Plugins plugins = load(First.class.getName(), "com.acme.Missing", Second.class.getName());

    assertThat(plugins.filters()).extracting(PluginInfo::name).containsExactly("First", "Second");
    assertThat(plugins.problems())
        .singleElement()
        .asString()
        .contains("com.acme.Missing", "not found");
  }

  @Test
  void load_classThatIsNoProvider_namesItAndFindsTheOthers() throws IOException {
    Plugins plugins = load(NoProvider.class.getName(), First.class.getName());

    assertThat(plugins.filters()).extracting(PluginInfo::name).containsExactly("First");
    assertThat(plugins.problems())
        .singleElement()
        .asString()
        .contains(NoProvider.class.getName(), "not a subtype");
  }

  @Test
  void load_constructorThatThrows_namesItItsCauseAndItsPlaceAndFindsTheOthers() throws IOException {
    Plugins plugins = load(Throwing.class.getName(), First.class.getName());

    assertThat(plugins.filters()).extracting(PluginInfo::name).containsExactly("First");
    assertThat(plugins.problems())
        .singleElement()
        .asString()
        .contains(Throwing.class.getName(), "file:", "broken at birth");
  }

  @Test
  void load_constructorThatIsNotThere_namesItAndFindsTheOthers() throws IOException {
    Plugins plugins = load(WithoutConstructor.class.getName(), First.class.getName());

    assertThat(plugins.filters()).extracting(PluginInfo::name).containsExactly("First");
    assertThat(plugins.problems())
        .singleElement()
        .asString()
        .contains(WithoutConstructor.class.getName());
  }

  @Test
  void load_staticInitialiserThatThrows_namesItAndFindsTheOthers() throws IOException {
    Plugins plugins = load(BadStatics.class.getName(), First.class.getName());

    assertThat(plugins.filters()).extracting(PluginInfo::name).containsExactly("First");
    assertThat(plugins.problems()).singleElement().asString().contains(BadStatics.class.getName());
  }

  @Test
  void load_malformedServiceFile_namesItsLineAndFindsThoseOfOtherFiles() throws IOException {
    Path bad = Files.createDirectories(folder.resolve("bad"));
    Path good = Files.createDirectories(folder.resolve("good"));
    services(bad, "this is no class name");
    services(good, First.class.getName());
    URL[] urls = {bad.toUri().toURL(), good.toUri().toURL()};
    try (var loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      Plugins plugins = Plugins.load(loader);

      assertThat(plugins.filters()).extracting(PluginInfo::name).containsExactly("First");
      assertThat(plugins.problems()).singleElement().asString().contains("bad/META-INF", ":1");
    }
  }

  @Test
  void load_anyOrderOfDiscovery_givesTheOrderOfNames() throws IOException {
    Plugins plugins = load(Second.class.getName(), First.class.getName());

    assertThat(plugins.filters()).extracting(PluginInfo::name).containsExactly("First", "Second");
  }

  @Test
  void load_twoProvidersThatLackTheSameClass_namesItAndFindsTheOthers() throws IOException {
    services(folder, "com.acme.One", "com.acme.Two", First.class.getName());
    URL[] urls = {folder.toUri().toURL()};
    try (var loader = new WithoutSuperclass(urls)) {
      Plugins plugins = Plugins.load(loader);

      assertThat(plugins.filters()).extracting(PluginInfo::name).containsExactly("First");
      assertThat(plugins.problems()).singleElement().asString().contains("com/acme/Base");
    }
  }

  @Test
  void load_loaderThatNeverListsAnything_givesUp() throws IOException {
    URL[] urls = {folder.toUri().toURL()};
    try (var loader = new Unlisted(urls)) {
      Plugins plugins = Plugins.load(loader);

      assertThat(plugins.filters()).isEmpty();
      assertThat(plugins.problems()).isNotEmpty();
    }
  }

  /** Has providers whose common superclass is missing. */
  private static final class WithoutSuperclass extends URLClassLoader {
    WithoutSuperclass(URL[] urls) {
      super(urls, PluginsTest.class.getClassLoader());
    }

    @Override
    protected Class<?> findClass(String name) throws ClassNotFoundException {
      if (name.startsWith("com.acme.")) {
        throw new NoClassDefFoundError("com/acme/Base");
      }
      return super.findClass(name);
    }
  }

  /** Fails to say what there is. */
  private static final class Unlisted extends URLClassLoader {
    Unlisted(URL[] urls) {
      super(urls, PluginsTest.class.getClassLoader());
    }

    @Override
    public java.util.Enumeration<URL> getResources(String name) throws IOException {
      throw new IOException("unreadable");
    }
  }

  @Test
  void load_layerWithoutProviders_findsNothing() {
    Plugins plugins = Plugins.load(ModuleLayer.boot());

    assertThat(plugins.filters()).isEmpty();
    assertThat(plugins.weighers()).isEmpty();
    assertThat(plugins.problems()).isEmpty();
  }

  @Test
  void with_nameThatIsNullBlankOrThrown_leavesTheProviderOut() {
    Plugins plugins =
        Plugins.empty()
            .with(
                TestPlugins.filter(null),
                TestPlugins.filter(" "),
                new NamelessFilter(),
                TestPlugins.filter("Good"));

    assertThat(plugins.filters()).extracting(PluginInfo::name).containsExactly("Good");
    assertThat(plugins.problems())
        .hasSize(3)
        .anyMatch(problem -> problem.contains("name() returned null"))
        .anyMatch(problem -> problem.contains("name() returned a blank text"))
        .anyMatch(problem -> problem.contains("name() threw java.lang.IllegalStateException"));
  }

  @Test
  void with_brokenDescription_leavesTheProviderOut() {
    Plugins plugins =
        Plugins.empty()
            .with(new BrokenFilter("options"), new BrokenFilter("traits"))
            .with(new BrokenFilter("bookings"), new BrokenFilter("deep"));

    assertThat(plugins.filters()).isEmpty();
    assertThat(plugins.problems())
        .hasSize(4)
        .anyMatch(problem -> problem.contains("options() has a null in it"))
        .anyMatch(problem -> problem.contains("traits() returned null"))
        .anyMatch(problem -> problem.contains("bookings() threw"))
        .anyMatch(problem -> problem.contains("StackOverflowError"));
  }

  @Test
  void with_twoOfOneName_namesBothClassesAndPlaces() {
    Plugins plugins = Plugins.empty().with(new First(), TestPlugins.filter("First"));

    assertThat(plugins.problems())
        .singleElement()
        .asString()
        .contains("The filter First has 2 providers")
        .contains(First.class.getName(), TestPlugins.FakeFilter.class.getName(), "file:");
  }

  @Test
  void with_filterAndWeigherOfOneName_areNotConfused() {
    Plugins plugins =
        Plugins.empty().with(TestPlugins.filter("Disk")).with(TestPlugins.weigher("Disk"));

    assertThat(plugins.problems()).isEmpty();
    assertThat(plugins.weighers())
        .singleElement()
        .extracting(PluginInfo::role)
        .isEqualTo(Role.WEIGHER);
  }

  @Test
  void filters_ofOneProvider_tellAllThatItSays() {
    OptionSpec<Long> option = OptionSpec.integer("filters.Acme.limit", 3);
    Plugins plugins = Plugins.empty().with(TestPlugins.filter("Acme").options(option));

    PluginInfo info = plugins.filters().get(0);
    assertThat(info.name()).isEqualTo("Acme");
    assertThat(info.role()).isEqualTo(Role.FILTER);
    assertThat(info.provider()).isEqualTo(TestPlugins.FakeFilter.class.getName());
    assertThat(info.location()).startsWith("file:");
    assertThat(info.options()).containsExactly(option);
    assertThat(info.traits()).isEqualTo(FilterTraits.ONCE_PER_REQUEST);
  }

  private Plugins load(String... classes) throws IOException {
    services(folder, classes);
    URL[] urls = {folder.toUri().toURL()};
    try (var loader = new URLClassLoader(urls, getClass().getClassLoader())) {
      return Plugins.load(loader);
    }
  }

  private static void services(Path root, String... classes) throws IOException {
    Path file = root.resolve(SERVICE);
    Files.createDirectories(file.getParent());
    Files.write(file, List.of(classes));
  }

  /** A good provider. */
  public static final class First implements HostFilterProvider {
    public First() {}

    @Override
    public String name() {
      return "First";
    }

    @Override
    public HostFilter create(PluginContext context) {
      return HostFilter.of((host, request) -> true);
    }
  }

  /** Another good one. */
  public static final class Second implements HostFilterProvider {
    public Second() {}

    @Override
    public String name() {
      return "Second";
    }

    @Override
    public HostFilter create(PluginContext context) {
      return HostFilter.of((host, request) -> true);
    }
  }

  /** Something else. */
  public static final class NoProvider {
    public NoProvider() {}
  }

  /** Its constructor throws. */
  public static final class Throwing implements HostFilterProvider {
    public Throwing() {
      throw new IllegalStateException("broken at birth");
    }

    @Override
    public String name() {
      return "Throwing";
    }

    @Override
    public HostFilter create(PluginContext context) {
      return HostFilter.of((host, request) -> true);
    }
  }

  /** It cannot be initialised. */
  public static final class BadStatics implements HostFilterProvider {
    private static final String NAME = List.of("one").get(1);

    public BadStatics() {}

    @Override
    public String name() {
      return NAME;
    }

    @Override
    public HostFilter create(PluginContext context) {
      return HostFilter.of((host, request) -> true);
    }
  }

  /** It has no constructor without parameters. */
  public static final class WithoutConstructor implements HostFilterProvider {
    private final String name;

    public WithoutConstructor(String name) {
      this.name = name;
    }

    @Override
    public String name() {
      return name;
    }

    @Override
    public HostFilter create(PluginContext context) {
      return HostFilter.of((host, request) -> true);
    }
  }

  private static final class NamelessFilter implements HostFilterProvider {
    @Override
    public String name() {
      throw new IllegalStateException("no name");
    }

    @Override
    public HostFilter create(PluginContext context) {
      return HostFilter.of((host, request) -> true);
    }
  }

  /** Fails where it is told to. */
  private record BrokenFilter(String where) implements HostFilterProvider {
    @Override
    public String name() {
      return where.equals("deep") ? name() : where;
    }

    @Override
    public List<OptionSpec<?>> options() {
      return where.equals("options") ? java.util.Collections.singletonList(null) : List.of();
    }

    @Override
    public FilterTraits traits() {
      return where.equals("traits") ? null : FilterTraits.DEFAULT;
    }

    @Override
    public List<ResourceBooking<?>> bookings() {
      if (where.equals("bookings")) {
        throw new IllegalStateException("no bookings");
      }
      return List.of();
    }

    @Override
    public HostFilter create(PluginContext context) {
      return HostFilter.of((host, request) -> true);
    }
  }
}
