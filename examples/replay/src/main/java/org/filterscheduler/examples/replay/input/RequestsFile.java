package org.filterscheduler.examples.replay.input;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import org.filterscheduler.api.Flavor;
import org.filterscheduler.api.ImageMeta;
import org.filterscheduler.api.ServerGroup;
import org.filterscheduler.examples.replay.run.TimedRequest;

/**
 * Reads requests, and the flavors, images and server groups that they name, in JSON or HOCON;
 * docs/tool.md has the form.
 */
public final class RequestsFile {
  private static final Set<String> FIELDS =
      Set.of("flavors", "images", "groups", "requests", Documents.TEMPLATES);
  private static final Set<String> FLAVOR_FIELDS =
      Set.of(
          "id", "name", "vcpus", "memory_mb", "root_gb", "ephemeral_gb", "swap_mb", "extra_specs");
  private static final Set<String> IMAGE_FIELDS = Set.of("id", "properties");
  private static final Set<String> GROUP_FIELDS =
      Set.of("id", "policies", "rules", "members", "hosts");

  private final Section document;
  private final Map<String, Flavor> flavors = new HashMap<>();
  private final Map<String, ImageMeta> images = new HashMap<>();
  private final Map<String, ServerGroup> groups = new HashMap<>();

  private RequestsFile(Section document) {
    this.document = document.only(FIELDS);
  }

  /**
   * Reads a file.
   *
   * @param file the file
   * @return the requests, in the order of the file
   * @throws InputException if anything in it is wrong
   */
  public static List<TimedRequest> read(Path file) {
    return parse(file.toString(), Documents.text(file));
  }

  /**
   * Parses a text.
   *
   * @param name the name of the file, for messages
   * @param text what it holds
   * @throws InputException if anything in it is wrong
   */
  public static List<TimedRequest> parse(String name, String text) {
    return new RequestsFile(Documents.parse(name, text)).requests(name);
  }

  private List<TimedRequest> requests(String name) {
    define("flavors", flavors, RequestsFile::readFlavor);
    define("images", images, RequestsFile::readImage);
    define("groups", groups, RequestsFile::readGroup);
    List<TimedRequest> requests = new ArrayList<>();
    Map<String, Section> ids = new HashMap<>();
    for (Section section : document.sections("requests")) {
      TimedRequest request = new RequestReader(section, this).request();
      Section earlier = ids.putIfAbsent(request.id(), section);
      if (earlier != null) {
        throw section.wrong(
            "id", "an id that is not there yet; the first is on line " + earlier.line());
      }
      requests.add(request);
    }
    if (requests.isEmpty()) {
      throw InputException.unreadable(
          name, "requests: expected a list of at least one request.", null);
    }
    return requests;
  }

  private <T> void define(String list, Map<String, T> known, Function<Section, T> reader) {
    for (Section section : document.sections(list)) {
      if (known.put(section.text("id"), read(section, reader)) != null) {
        throw section.wrong("id", "an id that is not there yet");
      }
    }
  }

  /** Returns what a request names, or says in place. */
  Flavor flavor(Section request) {
    return named(request, "flavor", flavors, RequestsFile::readFlavor);
  }

  /** Returns what a request names, or says in place. */
  ImageMeta image(Section request) {
    return named(request, "image", images, RequestsFile::readImage);
  }

  /** Returns what a request names, or says in place. */
  ServerGroup group(Section request) {
    return named(request, "group", groups, RequestsFile::readGroup);
  }

  private static <T> T named(
      Section request, String field, Map<String, T> known, Function<Section, T> reader) {
    if (!request.isText(field)) {
      return read(request.section(field), reader);
    }
    T value = known.get(request.text(field));
    if (value == null) {
      String nearest =
          Nearest.to(request.text(field), known.keySet())
              .map(name -> "; maybe " + name + "?")
              .orElse("");
      throw request.wrong(field, "the id of one of the " + field + "s of the file" + nearest);
    }
    return value;
  }

  private static <T> T read(Section section, Function<Section, T> reader) {
    try {
      return reader.apply(section);
    } catch (IllegalArgumentException e) {
      throw section.wrong(e);
    }
  }

  private static Flavor readFlavor(Section flavor) {
    flavor.only(FLAVOR_FIELDS);
    String id = flavor.text("id");
    return Flavor.builder(id)
        .name(flavor.has("name") ? flavor.text("name") : id)
        .vcpus(flavor.count("vcpus", 0, 0))
        .memoryMb(flavor.amount("memory_mb", 0))
        .rootGb(flavor.amount("root_gb", 0))
        .ephemeralGb(flavor.amount("ephemeral_gb", 0))
        .swapMb(flavor.amount("swap_mb", 0))
        .extraSpecs(flavor.textMap("extra_specs"))
        .build();
  }

  @SuppressWarnings("NullAway") // javac 17 drops the @Nullable in a record's constructor parameter
  private static ImageMeta readImage(Section image) {
    image.only(IMAGE_FIELDS);
    return new ImageMeta(image.text("id"), image.data("properties"));
  }

  private static ServerGroup readGroup(Section group) {
    group.only(GROUP_FIELDS);
    return ServerGroup.builder(group.text("id"))
        .policies(Set.copyOf(group.texts("policies")))
        .rules(group.textMap("rules"))
        .members(Set.copyOf(group.texts("members")))
        .hosts(Set.copyOf(group.texts("hosts")))
        .build();
  }
}
