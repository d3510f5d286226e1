package org.filterscheduler.examples.replay;

import java.util.List;
import java.util.concurrent.Callable;
import org.filterscheduler.api.SchedulerConfiguration;
import org.filterscheduler.core.PluginInfo;
import org.filterscheduler.core.Plugins;
import org.filterscheduler.examples.replay.FiltersResult.Plugin;
import org.filterscheduler.spi.FilterTraits;
import org.filterscheduler.spi.OptionSpec;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;

/** Lists the plug-ins that were found. */
@Command(
    name = "filters",
    description = {
      "Lists the filters and weighers that were found, from which jar, and their options.",
      "Further jars are found on the class path: FSCHED_CLASSPATH=my.jar ./fsched filters"
    })
final class FiltersCommand implements Callable<Integer> {
  @Mixin private PolicyOptions policy = new PolicyOptions();
  @Mixin private OutputOptions output = new OutputOptions();

  @Override
  public Integer call() {
    SchedulerConfiguration configuration = policy.over("", output);
    configuration.warnings().forEach(output::remark); // no engine is made that would log them
    Plugins plugins = Plugins.load();
    FiltersResult result =
        new FiltersResult(
            describe(plugins.filters(), PolicyOptions.names(configuration, PolicyOptions.FILTERS)),
            describe(
                plugins.weighers(), PolicyOptions.names(configuration, PolicyOptions.WEIGHERS)),
            plugins.problems());
    output.show(result, out -> FiltersView.print(result, out));
    return result.problems().isEmpty() ? Fsched.ALL_PLACED : Fsched.BAD_INPUT;
  }

  private static List<Plugin> describe(List<PluginInfo> plugins, List<String> enabled) {
    return plugins.stream()
        .map(
            plugin ->
                new Plugin(
                    plugin.name(),
                    enabled.indexOf(plugin.name()) + 1,
                    traits(plugin),
                    plugin.location(),
                    plugin.provider(),
                    plugin.options().stream().map(FiltersCommand::describe).toList()))
        .toList();
  }

  private static List<String> traits(PluginInfo plugin) {
    FilterTraits traits = plugin.traits();
    if (traits == null) {
      return List.of();
    }
    return List.of(
        traits.oncePerRequest() ? "once per request" : "for each instance",
        traits.onRebuild() ? "on rebuild too" : "not on rebuild");
  }

  private static FiltersResult.Option describe(OptionSpec<?> option) {
    return new FiltersResult.Option(
        option.path(),
        String.valueOf(option.type()),
        String.valueOf(option.defaultValue()),
        option.ruleText(),
        option.description(),
        option.novaNames());
  }
}
