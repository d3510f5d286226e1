package org.filterscheduler.examples.replay.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.filterscheduler.examples.replay.run.TimedRequest;
import org.filterscheduler.examples.replay.run.TraceNode;
import org.filterscheduler.examples.replay.run.TracePod;

/** Reads the two CSV files of a trace in the format of the public openb trace. */
public final class TraceFiles {
  private static final long MOST = 1L << 40;
  private static final long MOST_GPUS = 1_000_000;

  private static final List<String> NODE_COLUMNS =
      List.of("sn", "cpu_milli", "memory_mib", "gpu", "model");
  private static final List<String> POD_COLUMNS =
      List.of(
          "name",
          "cpu_milli",
          "memory_mib",
          "num_gpu",
          "gpu_milli",
          "gpu_spec",
          "creation_time",
          "deletion_time");

  private TraceFiles() {}

  /**
   * Reads the nodes.
   *
   * @param file the file
   * @return the nodes, in the order of the file
   * @throws InputException if anything in it is wrong
   */
  public static List<TraceNode> nodes(Path file) {
    List<TraceNode> nodes = new ArrayList<>();
    Map<String, CsvTable.Row> names = new HashMap<>();
    for (CsvTable.Row row : CsvTable.read(file, NODE_COLUMNS).rows()) {
      refuseTwice(names, row, "sn");
      nodes.add(
          new TraceNode(
              row.name("sn"),
              row.amount("cpu_milli", 1, Integer.MAX_VALUE), // of 0 cores CoreFilter knows nothing
              row.amount("memory_mib", 0, MOST),
              row.amount("gpu", 0, MOST_GPUS),
              row.text("model")));
    }
    if (nodes.isEmpty()) {
      throw InputException.unreadable(file.toString(), "expected at least one node.", null);
    }
    return nodes;
  }

  /**
   * Reads the pods.
   *
   * @param file the file
   * @return the pods, in the order of the file
   * @throws InputException if anything in it is wrong
   */
  public static List<TracePod> pods(Path file) {
    List<TracePod> pods = new ArrayList<>();
    Map<String, CsvTable.Row> names = new HashMap<>();
    for (CsvTable.Row row : CsvTable.read(file, POD_COLUMNS).rows()) {
      refuseTwice(names, row, "name");
      long created = row.amount("creation_time", 0, MOST);
      pods.add(
          new TracePod(
              row.name("name"),
              (int) row.amount("cpu_milli", 0, Integer.MAX_VALUE),
              row.amount("memory_mib", 0, MOST),
              row.amount("num_gpu", 0, MOST_GPUS),
              row.amount("gpu_milli", 0, MOST_GPUS),
              row.text("gpu_spec"),
              created,
              deleted(row, created)));
    }
    if (pods.isEmpty()) {
      throw InputException.unreadable(file.toString(), "expected at least one pod.", null);
    }
    return pods;
  }

  /** Without a time of deletion the pod stays. */
  private static long deleted(CsvTable.Row row, long created) {
    return row.text("deletion_time").isEmpty()
        ? TimedRequest.NEVER
        : row.amount("deletion_time", created, MOST);
  }

  private static void refuseTwice(
      Map<String, CsvTable.Row> names, CsvTable.Row row, String column) {
    CsvTable.Row earlier = names.putIfAbsent(row.name(column), row);
    if (earlier != null) {
      throw row.wrong(
          column, "a name that is not there yet; the first is on line " + earlier.line());
    }
  }
}
