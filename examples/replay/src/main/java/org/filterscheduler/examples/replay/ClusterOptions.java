package org.filterscheduler.examples.replay;

import java.nio.file.Path;
import java.util.List;
import org.filterscheduler.examples.replay.input.ClusterFile;
import org.filterscheduler.examples.replay.input.RequestsFile;
import org.filterscheduler.examples.replay.run.Cluster;
import org.filterscheduler.examples.replay.run.TimedRequest;
import picocli.CommandLine.Option;

/** Which hosts there are, and which requests. */
final class ClusterOptions {
  @Option(
      names = "--hosts",
      required = true,
      paramLabel = "FILE",
      description = "The hosts: JSON or HOCON (see docs/tool.md), or the export of an inventory.")
  private Path hosts = Path.of("");

  @Option(
      names = "--requests",
      required = true,
      paramLabel = "FILE",
      description = "The requests: JSON or HOCON (see docs/tool.md).")
  private Path requests = Path.of("");

  Cluster cluster() {
    return ClusterFile.read(hosts);
  }

  List<TimedRequest> requests() {
    return RequestsFile.read(requests);
  }
}
