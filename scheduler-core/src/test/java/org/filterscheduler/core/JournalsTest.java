package org.filterscheduler.core;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.filterscheduler.api.Claim;
import org.filterscheduler.api.HostInventory;
import org.filterscheduler.api.HostKey;
import org.filterscheduler.api.HostReport;
import org.filterscheduler.api.InventoryEvent;
import org.filterscheduler.api.InventoryEvent.ClaimsChanged;
import org.filterscheduler.api.InventoryEvent.HostReported;
import org.filterscheduler.api.InventoryEvent.OperatorChanged;
import org.filterscheduler.api.OperatorChange;
import org.filterscheduler.api.ResourceClass;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JournalsTest {
  private static final Instant NOW = Instant.parse("2026-01-31T12:00:00.123456789Z");

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'' | must be one object of JSON",
        "{ | must be one object of JSON",
        "[] | must be one object of JSON",
        "{} | event.version is missing.",
        "{'version':2} | event.version (2) must be at most 1, which is what this version",
        "{'version':'1'} | event.version (1) must be a whole number.",
        "{'version':1} | event.sequence is missing.",
        "{'version':1,'sequence':1.5} | event.sequence (1.5) must be a whole number.",
        "{'version':1,'sequence':1,'at':'noon'} | event.at (noon) must be an instant",
        "{'version':1,'sequence':1,'at':'2026-01-31T12:00:00Z'} | event.event is missing.",
      })
  void readEvent_malformedText_saysWhatWasExpected(String text, String expected) {
    assertRefused(text.replace('\'', '"'), expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "'event':'born' | event.event (born) must be an event that this version knows",
        "'event':'host-reported' | event.report is missing",
        "'event':'host-reported','report':7 | event.report (7) must be an object in braces",
        "'event':'host-reported','report':{'host':'a'} | event.report.node is missing",
        "'event':'host-reported','report':{'host':'a','node':' '} | node (\" \") must not be blank",
        "'event':'host-reported','report':{'host':'a','node':'a','x':1} | has unknown fields [x]",
        "'event':'host-reported','report':{'host':'a','node':'a','totals':{'VCPU':-1}} | total VCPU",
        "'event':'host-reported','report':{'host':'a','node':'a','totals':{'VCPU':'x'}} | whole num",
        "'event':'host-reported','report':{'host':'a','node':'a','totals':{'VCPU':null}} | missing",
        "'event':'host-reported','report':{'host':'a','node':'a','numIoOps':4294967296} | 32 bits",
        "'event':'host-reported','report':{'host':'a','node':'a','instances':[1]} | in braces",
        "'event':'host-reported','report':{'host':'a','node':'a','totals':{'VCPU':9},'used':"
            + "{'VCPU':-9223372036854775808}} | report.used ({VCPU=-9223372036854775808}) must be",
        "'event':'operator-changed','change':{'change':'x'} | event.change.change (x) must be",
        "'event':'claims-changed','claims':[{'host':'a','node':'a'}] | event.claims[0].id is missing",
        "'event':'claims-changed','claims':[],'x':1 | event has unknown fields [x]",
      })
  void readEvent_malformedPart_isNamed(String part, String expected) {
    String head = "{'version':1,'sequence':1,'at':'2026-01-31T12:00:00Z',";
    assertRefused((head + part + "}").replace('\'', '"'), expected);
  }

  @Test
  void readEvent_unknownState_namesTheKnown() {
    String text = Journals.write(claimed(1)).replace("PENDING", "UNSURE");

    assertRefused(text, "state (UNSURE) must be one of [PENDING, CONFIRMED, RELEASED, EXPIRED].");
  }

  @Test
  void readExport_newerVersion_isRefusedByItsNumber() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Journals.readExport("{\"version\":17}"))
        .withMessageContaining("export.version (17) must be at most 1")
        .withMessageContaining("Read it with a newer one");
  }

  @Test
  void write_anyEvent_isOneLine() {
    assertThat(Journals.write(reported(1, "two\nlines"))).doesNotContain("\n");
  }

  @Test
  void readFile_missingFile_namesIt() {
    assertThatThrownBy(() -> Journals.readFile(folder.resolve("none")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("none cannot be read");
  }

  @Test
  void toFile_folderThatIsNotThere_namesTheFile() {
    assertThatThrownBy(() -> Journals.toFile(folder.resolve("no/journal")))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("journal cannot be opened");
  }

  @Test
  void readFile_malformedLine_namesFileAndLine() throws IOException {
    Path file = Files.writeString(journal(), Journals.write(reported(1, "a")) + "\nnonsense\n");

    assertThatIllegalArgumentException()
        .isThrownBy(() -> Journals.readFile(file))
        .withMessageContaining("journal: line 2: ")
        .withMessageContaining("nonsense");
  }

  @Test
  void append_severalTimes_isReadInOrder() {
    List<InventoryEvent> events = List.of(reported(1, "a"), claimed(2), enabled(3));
    try (FileJournal journal = Journals.toFile(journal())) {
      journal.append(events.subList(0, 1));
      journal.append(events.subList(1, 3));
    }

    assertThat(Journals.readFile(journal())).isEqualTo(events);
  }

  @Test
  void readFile_ofAnInventory_givesItBack() {
    var inventories = Schedulers.builder().plugins(Plugins.empty());
    HostInventory standby = inventories.buildInventory();
    HostInventory original;
    try (FileJournal journal = Journals.toFile(journal())) {
      original = inventories.journal(journal).buildInventory();
      original.report(HostReport.builder(HostKey.of("host-1")).boot("b").build());
      original.change(new OperatorChange.ServiceDisabled("host-1", "repair"));
      original.claim(
          Claim.builder("c1", "i1", HostKey.of("host-1"))
              .resources(Map.of(ResourceClass.VCPU, 2L))
              .build());
      original.confirm("c1");
    }

    Journals.readFile(journal()).forEach(standby::apply);

    assertThat(standby.export().hosts()).isEqualTo(original.export().hosts());
    assertThat(standby.export().operator()).isEqualTo(original.export().operator());
    assertThat(standby.export().claims()).isEqualTo(original.export().claims());
    assertThat(Journals.readExport(Journals.write(original.export())).claims())
        .isEqualTo(original.export().claims());
  }

  @Test
  void append_afterReopening_goesOn() {
    try (FileJournal journal = Journals.toFile(journal())) {
      journal.append(List.of(reported(1, "a")));
    }
    try (FileJournal journal = Journals.toFile(journal())) {
      journal.append(List.of(claimed(2)));
    }

    assertThat(Journals.readFile(journal())).containsExactly(reported(1, "a"), claimed(2));
  }

  @Test
  void readFile_tornAnywhereInTheLastLine_givesTheEventsBeforeIt() throws IOException {
    List<InventoryEvent> events = List.of(reported(1, "ä"), claimed(2), enabled(3));
    try (FileJournal journal = Journals.toFile(journal())) {
      journal.append(events.subList(0, 1));
      journal.append(events.subList(1, 3));
    }
    byte[] whole = Files.readAllBytes(journal());
    int firstLine = Journals.write(events.get(0)).getBytes(UTF_8).length + 1;

    for (int length = firstLine; length < whole.length; length++) {
      Path torn = folder.resolve("torn-" + length);
      Files.write(torn, java.util.Arrays.copyOf(whole, length));

      assertThat(Journals.readFile(torn)).as("%s bytes", length).isEqualTo(events.subList(0, 1));
    }
  }

  @Test
  void toFile_tornLastLine_isCutOffBeforeMoreIsAppended() throws IOException {
    try (FileJournal journal = Journals.toFile(journal())) {
      journal.append(List.of(reported(1, "a")));
    }
    // longer than the block in which the end of the last line is looked for
    Files.writeString(journal(), "{\"version\":1" + " ".repeat(20_000), StandardOpenOption.APPEND);

    try (FileJournal journal = Journals.toFile(journal())) {
      journal.append(List.of(claimed(2)));
    }

    assertThat(Journals.readFile(journal())).containsExactly(reported(1, "a"), claimed(2));
  }

  @Test
  void toFile_fileWithoutAnyLineEnd_becomesEmpty() throws IOException {
    Files.writeString(journal(), "x".repeat(10_000));

    Journals.toFile(journal()).close();

    assertThat(journal()).isEmptyFile();
  }

  @Test
  void toFile_journalInUse_isRefused() {
    try (FileJournal journal = Journals.toFile(journal())) {
      assertThatThrownBy(() -> Journals.toFile(journal()))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("is written by another");
      journal.append(List.of(claimed(1)));
    }

    assertThat(Journals.readFile(journal())).hasSize(1);
  }

  @Test
  void append_afterClosing_failsAndSaysSoEachTime() {
    FileJournal journal = Journals.toFile(journal());
    journal.close();

    assertThatThrownBy(() -> journal.append(List.of(claimed(1))))
        .isInstanceOf(UncheckedIOException.class)
        .hasMessageContaining("cannot be written");
    assertThatThrownBy(() -> journal.append(List.of(claimed(1))))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("broke before");
    assertThat(journal()).isEmptyFile();
  }

  @Test
  void append_byAnInterruptedThread_worksForAllThatFollow() {
    try (FileJournal journal = Journals.toFile(journal())) {
      Thread.currentThread().interrupt();
      journal.append(List.of(claimed(1)));
      assertThat(Thread.interrupted()).isTrue();
      journal.append(List.of(enabled(2)));
    }

    assertThat(Journals.readFile(journal())).containsExactly(claimed(1), enabled(2));
  }

  private Path journal() {
    return folder.resolve("journal");
  }

  private static void assertRefused(String text, String expected) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Journals.readEvent(text))
        .withMessageContaining(expected);
  }

  private static InventoryEvent reported(long sequence, String reason) {
    HostReport report =
        HostReport.builder(HostKey.of("host-1"))
            .boot("b1")
            .sequence(7)
            .total(ResourceClass.VCPU, 16)
            .hypervisorType(reason)
            .build();
    return new HostReported(sequence, NOW, report);
  }

  private static InventoryEvent claimed(long sequence) {
    Claim claim = Claim.builder("c1", "i1", HostKey.of("host-1")).expiresAt(NOW).build();
    return new ClaimsChanged(sequence, NOW, List.of(claim));
  }

  private static InventoryEvent enabled(long sequence) {
    return new OperatorChanged(sequence, NOW, new OperatorChange.ServiceEnabled("host-1"));
  }
}
