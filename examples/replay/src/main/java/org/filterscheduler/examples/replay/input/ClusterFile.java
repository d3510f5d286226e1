package org.filterscheduler.examples.replay.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.filterscheduler.api.Aggregate;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.core.Journals;
import org.filterscheduler.examples.replay.run.Cluster;

/**
 * Reads the hosts and aggregates of a cluster, in JSON or HOCON; docs/tool.md has the form. The
 * export of an inventory, as {@link Journals} writes it, is a cluster too.
 */
public final class ClusterFile {
  private static final Set<String> FIELDS = Set.of("hosts", "aggregates", Documents.TEMPLATES);

  /** A field that every export of an inventory has, and no cluster. */
  private static final String EXPORT_MARK = "nextPosition";

  private static final Set<String> AGGREGATE_FIELDS = Set.of("id", "name", "metadata", "hosts");

  private final Section document;
  private final List<HostReport> reports = new ArrayList<>();
  private final List<OperatorChange> changes = new ArrayList<>();
  private final Map<HostKey, Section> found = new HashMap<>();
  private final Set<String> names = new HashSet<>();

  private ClusterFile(Section document) {
    this.document = document.only(FIELDS);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @throws InputException if anything in it is wrong
   */
  public static Cluster read(Path file) {
    return parse(file.toString(), Documents.text(file));
  }

  /**
   * Parses a text.
   *
   * @param name the name of the file, for messages
   * @param text what it holds
   * @throws InputException if anything in it is wrong
   */
  public static Cluster parse(String name, String text) {
    Section document = Documents.parse(name, text);
    return document.has(EXPORT_MARK) ? export(name, text) : new ClusterFile(document).cluster(name);
  }

  private static Cluster export(String name, String text) {
    try {
      return new Cluster(name, List.of(), List.of(), Journals.readExport(text));
    } catch (IllegalArgumentException e) {
      throw InputException.unreadable(name, String.valueOf(e.getMessage()), e);
    }
  }

  private Cluster cluster(String name) {
    document.sections("hosts").forEach(this::addHost);
    if (reports.isEmpty()) {
      throw InputException.unreadable(name, "hosts: expected a list of at least one host.", null);
    }
    addAggregates();
    return new Cluster(name, reports, changes, null);
  }

  private void addHost(Section section) {
    HostReader reader = new HostReader(section);
    Section earlier = found.putIfAbsent(reader.key(), section);
    if (earlier != null) {
      throw section.wrong(
          section.has("node") ? "node" : "host",
          "a host that is not there yet; the first " + reader.key() + " is on " + line(earlier));
    }
    names.add(reader.key().host());
    reports.add(reader.report());
    changes.addAll(reader.changes());
  }

  private void addAggregates() {
    Map<Long, Section> ids = new HashMap<>();
    for (Section section : document.sections("aggregates")) {
      section.only(AGGREGATE_FIELDS);
      long id = section.amount("id", ids.size() + 1L);
      Section earlier = ids.putIfAbsent(id, section);
      if (earlier != null) {
        throw section.wrong("id", "an id that is not there yet; the first is on " + line(earlier));
      }
      String name = section.text("name", "");
      Aggregate aggregate =
          new Aggregate(id, name == null ? "" : name, section.textMap("metadata"));
      changes.add(new OperatorChange.AggregateSet(aggregate, hostsOf(section)));
    }
  }

  private Set<String> hostsOf(Section aggregate) {
    Set<String> hosts = new HashSet<>();
    for (String host : aggregate.texts("hosts")) {
      if (!names.contains(host)) {
        String nearest = Nearest.to(host, names).map(name -> "; maybe " + name + "?").orElse("");
        throw aggregate.wrong("hosts", "names of hosts; there is no " + host + nearest);
      }
      hosts.add(host);
    }
    return hosts;
  }

  private static String line(Section section) {
    return "line " + section.line();
  }
}
