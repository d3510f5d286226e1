package org.filterscheduler.examples.rack;

import java.util.List;
import org.filterscheduler.spi.HostFilter;
import org.filterscheduler.spi.HostFilterProvider;
import org.filterscheduler.spi.OptionSpec;
import org.filterscheduler.spi.PluginContext;

/**
 * Counts licences: a resource class of this plug-in's own, {@code CUSTOM_LICENSE}.
 *
 * <p>A node reports how many licences it has, a flavor demands them with the extra spec {@code
 * resources:CUSTOM_LICENSE=n}, and every claim books them: that takes no code here. The filter adds
 * a rule: some licences of each host stay free, for an operator who needs one at once.
 */
public final class LicenseFilterProvider implements HostFilterProvider {
  static final OptionSpec<Long> KEEP_FREE =
      OptionSpec.integer("license-filter.keep-free", 0)
          .describedAs("How many licences of each host no instance gets.")
          .mustBe("0 or more", value -> value >= 0);

  /** Creates the provider; the service loader does so. */
  public LicenseFilterProvider() {}

  @Override
  public String name() {
    return "LicenseFilter";
  }

  @Override
  public List<OptionSpec<?>> options() {
    return List.of(KEEP_FREE);
  }

  @Override
  public HostFilter create(PluginContext context) {
    return new LicenseFilter(new LicenseDimension(context.option(KEEP_FREE)));
  }
}
