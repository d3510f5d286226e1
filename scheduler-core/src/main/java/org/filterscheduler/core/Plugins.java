package org.filterscheduler.core;

import java.util.ArrayList;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Function;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.HostWeigherProvider;

/**
 * The filters and weighers that can be enabled. Immutable.
 *
 * <p>They are found by {@link ServiceLoader}, on the class path and the module path, or given by
 * the program. In which order they are found never matters: a configuration orders them. One that
 * cannot be loaded, created or asked its name is left out and named in {@link #problems()}; the
 * others are not harmed. The same holds for a name that two providers have: it cannot be enabled,
 * with an error that names both, while all other plug-ins work.
 */
public final class Plugins {
  private static final Plugins EMPTY =
      new Plugins(
          new PluginTable<>(PluginInfo.Role.FILTER, List.of()),
          new PluginTable<>(PluginInfo.Role.WEIGHER, List.of()),
          List.of());

  private final PluginTable<HostFilterProvider> filters;
  private final PluginTable<HostWeigherProvider> weighers;
  private final List<String> broken;

  private Plugins(
      PluginTable<HostFilterProvider> filters,
      PluginTable<HostWeigherProvider> weighers,
      List<String> broken) {
    this.filters = filters;
    this.weighers = weighers;
    this.broken = List.copyOf(broken);
  }

  /**
   * Finds plug-ins by the context class loader of the current thread, or, if it has none, by that
   * of this library.
   */
  public static Plugins load() {
    ClassLoader context = Thread.currentThread().getContextClassLoader();
    return load(context == null ? Plugins.class.getClassLoader() : context);
  }

  /**
   * Finds plug-ins by a class loader.
   *
   * @param loader the class loader
   */
  public static Plugins load(ClassLoader loader) {
    return EMPTY
        .plusFilters(discovery -> discovery.walk(ServiceLoader.load(filterService(), loader)))
        .plusWeighers(discovery -> discovery.walk(ServiceLoader.load(weigherService(), loader)));
  }

  /**
   * Finds plug-ins in a layer of modules and in the layers above it.
   *
   * @param layer the layer
   */
  public static Plugins load(ModuleLayer layer) {
    return EMPTY
        .plusFilters(discovery -> discovery.walk(ServiceLoader.load(layer, filterService())))
        .plusWeighers(discovery -> discovery.walk(ServiceLoader.load(layer, weigherService())));
  }

  /** Returns no plug-ins at all, to be filled with {@code with}. */
  public static Plugins empty() {
    return EMPTY;
  }

  /**
   * Returns these plug-ins and more filters. One of a name that is there already makes the name
   * ambiguous; it does not take the other's place.
   *
   * @param providers the providers of the filters
   */
  public Plugins with(HostFilterProvider... providers) {
    return plusFilters(discovery -> addAll(discovery, providers));
  }

  /**
   * Returns these plug-ins and more weighers. One of a name that is there already makes the name
   * ambiguous; it does not take the other's place.
   *
   * @param providers the providers of the weighers
   */
  public Plugins with(HostWeigherProvider... providers) {
    return plusWeighers(discovery -> addAll(discovery, providers));
  }

  /** Returns the filters, in the order of their names. */
  public List<PluginInfo> filters() {
    return filters.infos();
  }

  /** Returns the weighers, in the order of their names. */
  public List<PluginInfo> weighers() {
    return weighers.infos();
  }

  /** Returns what is wrong with what was found: broken providers, and names that several have. */
  public List<String> problems() {
    List<String> all = new ArrayList<>(broken);
    all.addAll(filters.ambiguities());
    all.addAll(weighers.ambiguities());
    return List.copyOf(all);
  }

  PluginTable<HostFilterProvider> filterTable() {
    return filters;
  }

  PluginTable<HostWeigherProvider> weigherTable() {
    return weighers;
  }

  /** Returns the providers that could not be loaded, created or asked; ambiguous names apart. */
  List<String> broken() {
    return broken;
  }

  private Plugins plusFilters(
      Function<ProviderDiscovery<HostFilterProvider>, ProviderDiscovery<HostFilterProvider>> find) {
    var discovery = find.apply(new ProviderDiscovery<>(PluginInspection::filter));
    return new Plugins(filters.plus(discovery.found()), weighers, and(discovery.problems()));
  }

  private Plugins plusWeighers(
      Function<ProviderDiscovery<HostWeigherProvider>, ProviderDiscovery<HostWeigherProvider>>
          find) {
    var discovery = find.apply(new ProviderDiscovery<>(PluginInspection::weigher));
    return new Plugins(filters, weighers.plus(discovery.found()), and(discovery.problems()));
  }

  private List<String> and(List<String> more) {
    List<String> all = new ArrayList<>(broken);
    all.addAll(more);
    return all;
  }

  private static <P> ProviderDiscovery<P> addAll(ProviderDiscovery<P> discovery, P[] providers) {
    for (P provider : providers) {
      discovery.add(provider);
    }
    return discovery;
  }

  private static Class<HostFilterProvider> filterService() {
    return HostFilterProvider.class;
  }

  private static Class<HostWeigherProvider> weigherService() {
    return HostWeigherProvider.class;
  }
}
